package org.lethe.presence.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.privacy.redis.StoreInspection;
import org.lethe.runtime.account.AccountSettings;
import org.lethe.runtime.caller.TestOrigins;
import org.lethe.runtime.fixture.TestAccounts;
import org.lethe.runtime.fixture.TestClock;
import org.lethe.runtime.gate.AdmissionGate;
import org.lethe.runtime.limit.TestLimits;
import org.lethe.runtime.problem.Refusal;

class VisitAdmissionTest {

    private static final AccountId ACME = AccountId.of("acme");
    private static final AccountId GLOBEX = AccountId.of("globex");
    private static final String SITE = "https://shop.example";
    private static final ClientAddress HOME = ClientAddress.of("192.0.2.7");

    private final AdmissionGate gate =
            new AdmissionGate(StoreInspection.Fit::new, () -> Duration.ZERO, new TestClock());

    @Test
    void refusesAnAddressThatOpensTooManyVisitsAtAnAccount() {
        VisitAdmission admission = admission("lethe.limits.visits-per-address", "2 in 10m");
        gate.look();
        admission.check(ACME, SITE, HOME);
        admission.check(ACME, SITE, HOME);

        refuses(ErrorCode.TOO_MANY_REQUESTS, () -> admission.check(ACME, SITE, HOME));

        admission.check(GLOBEX, SITE, HOME);
        admission.check(ACME, SITE, ClientAddress.of("192.0.2.8"));
    }

    @Test
    void refusesAnAccountThatTakesTooMuchOfTheStore() {
        VisitAdmission admission = admission("lethe.limits.visits-per-account", "2 in 10m");
        gate.look();
        admission.check(ACME, SITE, HOME);
        admission.check(ACME, SITE, ClientAddress.of("192.0.2.8"));

        refuses(
                ErrorCode.TOO_MANY_REQUESTS,
                () -> admission.check(ACME, SITE, ClientAddress.of("192.0.2.9")));

        admission.check(GLOBEX, SITE, HOME);
    }

    @Test
    void refusesPagesOfOtherSitesAndThoseThatNameNone() {
        VisitAdmission admission = admission("lethe.limits.visits-per-address", "1 in 10m");
        gate.look();
        refuses(
                ErrorCode.ORIGIN_REFUSED,
                () -> admission.check(ACME, "https://evil.example", HOME));
        refuses(ErrorCode.ORIGIN_REFUSED, () -> admission.check(ACME, null, HOME));

        admission.check(ACME, SITE, HOME);
    }

    @Test
    void takesNobodyInWhileTheGateIsClosed() {
        VisitAdmission admission = admission("lethe.limits.visits-per-address", "1 in 10m");

        refuses(ErrorCode.ADMISSION_CLOSED, () -> admission.check(ACME, SITE, HOME));

        gate.look();
        admission.check(ACME, SITE, HOME);
    }

    private VisitAdmission admission(String limit, String rate) {
        return new VisitAdmission(
                gate,
                TestOrigins.of(TestAccounts.directory(account(ACME), account(GLOBEX))),
                TestLimits.of(Map.of(limit, rate)));
    }

    private static AccountSettings account(AccountId id) {
        return TestAccounts.settings(id, Map.of("allowedOrigins", Set.of(SITE)));
    }

    private static void refuses(ErrorCode code, ThrowingCallable what) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
