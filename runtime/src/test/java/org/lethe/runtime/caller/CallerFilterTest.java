package org.lethe.runtime.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class CallerFilterTest {

    @AllowedCallers(CallerKind.STAFF)
    static class ForStaff {
        void asTheClassSays() {}

        @AllowedCallers(CallerKind.VISITOR)
        void forVisitors() {}
    }

    static class Forgotten {
        void forNobody() {}
    }

    @Test
    void takesTheMethodsWordBeforeTheClass() throws NoSuchMethodException {
        assertThat(of(ForStaff.class, "asTheClassSays")).containsExactly(CallerKind.STAFF);
        assertThat(of(ForStaff.class, "forVisitors")).containsExactly(CallerKind.VISITOR);
    }

    @Test
    void admitsNobodyWhereNothingIsSaid() throws NoSuchMethodException {
        assertThat(of(Forgotten.class, "forNobody")).isEmpty();
    }

    private static Set<CallerKind> of(Class<?> resource, String method)
            throws NoSuchMethodException {
        return CallerFilter.admitted(resource, resource.getDeclaredMethod(method));
    }
}
