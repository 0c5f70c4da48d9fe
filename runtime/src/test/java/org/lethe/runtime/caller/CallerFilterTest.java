package org.lethe.runtime.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.runtime.problem.Refusal;

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

    @Test
    void asksStaffForTheAccountOnlyWhereTheyMayActForOne() {
        var staff = new Caller.Staff(new OperatorId("0b8f2a56-3a0e-4c62-9d7e-6f1c2b3a4d5e"));

        assertThat(CallerFilter.check(staff, Set.of(CallerKind.DELEGATE))).isFalse();
        assertThat(CallerFilter.check(staff, Set.of(CallerKind.STAFF))).isTrue();
        hidden(staff, Set.of(CallerKind.PRIVACY_OFFICER));
    }

    @Test
    void letsADelegateDoOnlyWhatDelegatesMay() {
        var delegate =
                new Caller.Delegate(
                        new AccountId("acme"),
                        new OperatorId("0b8f2a56-3a0e-4c62-9d7e-6f1c2b3a4d5e"),
                        true);

        hidden(delegate, Set.of(CallerKind.STAFF));
        hidden(delegate, Set.of(CallerKind.ADMINISTRATOR));
        assertThat(CallerFilter.check(delegate, Set.of(CallerKind.DELEGATE))).isTrue();
    }

    private static void hidden(Caller caller, Set<CallerKind> admitted) {
        assertThatThrownBy(() -> CallerFilter.check(caller, admitted))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    private static Set<CallerKind> of(Class<?> resource, String method)
            throws NoSuchMethodException {
        return CallerFilter.admitted(resource, resource.getDeclaredMethod(method));
    }
}
