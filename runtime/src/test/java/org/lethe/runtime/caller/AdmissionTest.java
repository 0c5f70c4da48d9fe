package org.lethe.runtime.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.id.VisitId;

class AdmissionTest {

    private static final Caller STAFF =
            new Caller.Staff(new OperatorId("0b8f2a56-3a0e-4c62-9d7e-6f1c2b3a4d5e"));
    private static final Caller VISITOR =
            new Caller.Visitor(
                    new AccountId("acme"), new VisitId("v17-k3f9-4tqz80f2v7n3m6c1x9b5k0d4gh"));

    @AllowedCallers(CallerKind.STAFF)
    static class ForStaff {
        void asTheClassSays() {}

        @AllowedCallers(CallerKind.VISITOR)
        void forVisitors() {}

        @Public
        void forEverybody() {}
    }

    static class Forgotten {
        void forNobody() {}
    }

    @Test
    void takesTheMethodsWordBeforeTheClass() throws NoSuchMethodException {
        assertThat(of(ForStaff.class, "asTheClassSays"))
                .isEqualTo(new Admission.Only(Set.of(CallerKind.STAFF)));
        assertThat(of(ForStaff.class, "forVisitors"))
                .isEqualTo(new Admission.Only(Set.of(CallerKind.VISITOR)));
        assertThat(of(ForStaff.class, "forEverybody")).isEqualTo(new Admission.Everybody());
    }

    @Test
    void admitsNobodyWhereNothingIsSaid() throws NoSuchMethodException {
        assertThat(of(Forgotten.class, "forNobody")).isEqualTo(new Admission.Only(Set.of()));
        assertThat(new Admission.Only(Set.of()).admits(STAFF)).isFalse();
    }

    @Test
    void admitsOnlyTheKindsItNames() {
        var staff = new Admission.Only(Set.of(CallerKind.STAFF, CallerKind.OPERATOR));

        assertThat(staff.admits(STAFF)).isTrue();
        assertThat(staff.admits(VISITOR)).isFalse();
    }

    private static Admission of(Class<?> resource, String method) throws NoSuchMethodException {
        return Admission.of(resource, resource.getDeclaredMethod(method));
    }
}
