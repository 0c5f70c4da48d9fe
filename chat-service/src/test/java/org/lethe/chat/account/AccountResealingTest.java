package org.lethe.chat.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.account.AccountSettings;
import org.lethe.runtime.account.UnreadableCause;
import org.lethe.runtime.fixture.TestAccounts;
import org.lethe.runtime.problem.Refusal;

class AccountResealingTest {

    private static final AccountId ACME = new AccountId("acme");
    private static final AccountId GLOBEX = new AccountId("globex");

    private final List<AccountId> older = new ArrayList<>(List.of(ACME, GLOBEX));
    private final List<AccountSettings> written = new ArrayList<>();

    @Test
    void writesTheSameSettingsAsTheNextVersion() {
        older.remove(GLOBEX);

        resealing(known(ACME, 7)).reseal();

        assertThat(written).containsExactly(settings(ACME, 8));
    }

    @Test
    void leavesWhatIsUnderTheNewestKey() {
        older.clear();

        resealing(known(ACME, 7)).reseal();

        assertThat(written).isEmpty();
    }

    @Test
    void goesOnBehindAnAccountThatSomebodyElseChanges() {
        resealing(next -> !next.id().equals(ACME) && written.add(next)).reseal();

        assertThat(written).containsExactly(settings(GLOBEX, 2));
    }

    @Test
    void goesOnBehindAnAccountThatCanNotBeOpened() {
        AccountDirectory directory = known(GLOBEX, 1);
        directory.setUnreadable(Map.of(ACME, UnreadableCause.DAMAGED));

        resealing(directory).reseal();

        assertThat(written).containsExactly(settings(GLOBEX, 2));
    }

    @Test
    void waitsOnceAndNotForEachAccountWhileNothingCanBeWritten() {
        var tried = new ArrayList<AccountId>();
        AccountResealing resealing =
                resealing(next -> {
                    tried.add(next.id());
                    throw new Refusal(ErrorCode.UNAVAILABLE);
                });

        resealing.reseal();
        assertThat(tried).containsExactly(ACME);

        resealing.reseal();
        assertThat(tried).containsExactly(ACME, ACME);
    }

    @Test
    void waitsUntilAccountsAreRead() {
        var unread = new AccountDirectory();
        unread.put(settings(ACME, 1));

        resealing(unread).reseal();

        assertThat(written).isEmpty();
    }

    @Test
    void makesNoClosedAccountAnew() {
        resealing(TestAccounts.directory()).reseal();

        assertThat(written).isEmpty();
    }

    private AccountResealing resealing(Predicate<AccountSettings> write) {
        return new AccountResealing(
                TestAccounts.directory(settings(ACME, 1), settings(GLOBEX, 1)), () -> older, write);
    }

    private AccountResealing resealing(AccountDirectory directory) {
        return new AccountResealing(directory, () -> older, written::add);
    }

    private static AccountDirectory known(AccountId account, long version) {
        return TestAccounts.directory(settings(account, version));
    }

    private static AccountSettings settings(AccountId account, long version) {
        return TestAccounts.settings(account, Map.of("version", version, "mailTlsRequired", true));
    }
}
