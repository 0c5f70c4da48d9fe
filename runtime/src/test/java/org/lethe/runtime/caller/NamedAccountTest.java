package org.lethe.runtime.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.personal.PersonName;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.account.UnreadableCause;
import org.lethe.runtime.fixture.TestAccounts;
import org.lethe.runtime.problem.Refusal;

class NamedAccountTest {

    private static final AccountId ACME = new AccountId("acme");
    private static final AccountId GLOBEX = new AccountId("globex");
    private static final OperatorId OLGA = new OperatorId("0b8f2a56-3a0e-4c62-9d7e-6f1c2b3a4d5e");

    private final AccountDirectory directory =
            TestAccounts.directory(
                    TestAccounts.settings(ACME, Map.of("staffMayAct", true)),
                    TestAccounts.settings(GLOBEX, Map.of()));
    private final NamedAccount rule = new NamedAccount(directory);

    @Test
    void leavesWhoIsOfOneAccountAsTheyWere() {
        assertThat(rule.of(officer(ACME), null)).isEqualTo(acting(ACME));
        assertThat(rule.of(officer(ACME), "acme")).isEqualTo(acting(ACME));
    }

    /** What is sent twice comes as one value. */
    @ParameterizedTest
    @ValueSource(strings = {"globex", "initech", "", " ", "ACME", "acme,globex", "acme, acme"})
    void hidesWhatIsNotTheCallersOwn(String named) {
        refused(officer(ACME), named, ErrorCode.NOT_FOUND);
    }

    @Test
    void actsForTheOneOfSeveralThatIsNamed() {
        assertThat(rule.of(officer(ACME, GLOBEX), "acme")).isEqualTo(acting(ACME));
        assertThat(rule.of(officer(ACME, GLOBEX), "globex")).isEqualTo(acting(GLOBEX));
        refused(officer(ACME, GLOBEX), "initech", ErrorCode.NOT_FOUND);
    }

    @Test
    void asksWhoIsOfSeveralWhichOne() {
        refused(officer(ACME, GLOBEX), null, ErrorCode.ACCOUNT_REQUIRED);
    }

    @Test
    void letsStaffActWhereTheAccountLetsThem() {
        assertThat(rule.of(staff(), "acme")).isEqualTo(new Caller.Delegate(ACME, OLGA, true));
        assertThat(rule.of(staff(), null)).isEqualTo(new Caller.Staff(OLGA));
    }

    @Test
    void stopsStaffWithTheNextRequestWhenTheConsentIsWithdrawn() {
        directory.put(TestAccounts.settings(ACME, Map.of("version", 2)));

        assertThat(rule.of(staff(), "acme").kinds()).containsExactly(CallerKind.PETITIONER);
    }

    @Test
    void takesStaffAlikeForAccountsWithoutConsentClosedAndUnknown() {
        directory.remove(ACME);

        for (String named : Set.of("globex", "acme", "initech")) {
            assertThat(rule.of(staff(), named))
                    .isEqualTo(new Caller.Delegate(new AccountId(named), OLGA, false));
        }
        for (String named : Set.of("NO SLUG", "", "acme,globex")) {
            refused(staff(), named, ErrorCode.NOT_FOUND);
        }
    }

    /** Nobody can say that it lets them act; they may ask. */
    @Test
    void takesStaffAlikeForAnAccountThatCanNotBeOpened() {
        directory.setUnreadable(Map.of(ACME, UnreadableCause.DAMAGED));

        assertThat(rule.of(staff(), "acme")).isEqualTo(new Caller.Delegate(ACME, OLGA, false));
    }

    @Test
    void deniesStaffWhileTheAccountsAreNotRead() {
        var unread = new NamedAccount(new AccountDirectory());

        assertThatThrownBy(() -> unread.of(staff(), "acme"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.UNAVAILABLE));
    }

    /** Inside an account the role of staff gives nothing, not even beside another account. */
    @Test
    void takesNobodyOfAnAccountForStaff() {
        var both =
                new SignedIn(
                        OLGA,
                        PersonName.of("Olga"),
                        Set.of(Role.STAFF),
                        Set.of(GLOBEX),
                        Instant.MAX);

        refused(both, "acme", ErrorCode.NOT_FOUND);
        assertThat(rule.of(both, null).kinds()).isEmpty();
    }

    @Test
    void hidesAnotherAccountFromAVisitor() {
        var visitor = new Caller.Visitor(ACME, VisitId.mint("a0z9", new SecureRandom()));

        assertThat(NamedAccount.of(visitor, null)).isEqualTo(visitor);
        assertThat(NamedAccount.of(visitor, "acme")).isEqualTo(visitor);
        assertThatThrownBy(() -> NamedAccount.of(visitor, "globex"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    private void refused(SignedIn who, @Nullable String named, ErrorCode code) {
        assertThatThrownBy(() -> rule.of(who, named))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static SignedIn officer(AccountId... accounts) {
        return new SignedIn(
                OLGA,
                PersonName.of("Olga"),
                Set.of(Role.PRIVACY_OFFICER),
                Set.of(accounts),
                Instant.MAX);
    }

    private static SignedIn staff() {
        return new SignedIn(OLGA, PersonName.of("Olga"), Set.of(Role.STAFF), Set.of(), Instant.MAX);
    }

    private static Caller acting(AccountId account) {
        return new Caller.Operator(
                account, OLGA, PersonName.of("Olga"), Set.of(Role.PRIVACY_OFFICER));
    }
}
