package org.lethe.chat.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.chat.Refused.refuses;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.privacy.vault.DestroyOutcome;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.account.AccountSettings;
import org.lethe.runtime.account.UnreadableCause;
import org.lethe.runtime.fixture.TestAccounts;
import org.lethe.runtime.problem.Refusal;

/** How accounts are closed. */
class AccountsTest {

    private static final AccountId ACME = new AccountId("acme");

    private final AccountDirectory directory =
            TestAccounts.directory(TestAccounts.settings(ACME, Map.of()));
    private final List<AccountSettings> closed = new ArrayList<>();
    private final List<AccountId> cleared = new ArrayList<>();
    private final List<ScopeKind> destroyed = new ArrayList<>();
    private boolean isKafkaAway;

    @Test
    void closesAnAccountAtItsVersionAndDestroysWhatItHolds() {
        accounts(directory).close(ACME);

        assertThat(closed).containsExactly(directory.require(ACME));
        assertThat(cleared).isEmpty();
        assertThatAllIsDestroyed();
    }

    @Test
    void closesAnAccountThatCanNotBeOpened() {
        directory.setUnreadable(Map.of(ACME, UnreadableCause.DAMAGED));

        accounts(directory).close(ACME);

        assertThat(cleared).containsExactly(ACME);
        assertThat(closed).isEmpty();
        assertThatAllIsDestroyed();
    }

    @Test
    void destroysNothingOfAnAccountThatIsNotClosed() {
        directory.setUnreadable(Map.of(ACME, UnreadableCause.DAMAGED));
        isKafkaAway = true;

        refuses(ErrorCode.UNAVAILABLE, () -> accounts(directory).close(ACME));

        assertThat(destroyed).isEmpty();
    }

    @Test
    void closesNothingBeforeAllAccountsAreRead() {
        var unread = new AccountDirectory();
        unread.setUnreadable(Map.of(ACME, UnreadableCause.DAMAGED));

        refuses(ErrorCode.UNAVAILABLE, () -> accounts(unread).close(ACME));

        assertThat(cleared).isEmpty();
    }

    private void assertThatAllIsDestroyed() {
        assertThat(destroyed)
                .containsExactlyInAnyOrder(ScopeKind.CHAT, ScopeKind.VISIT, ScopeKind.LETTER);
    }

    private Accounts accounts(AccountDirectory known) {
        return new Accounts(
                known, _ -> false, closed::add, this::clear, (kind, _) -> destroyAll(kind));
    }

    private void clear(AccountId account) {
        if (isKafkaAway) {
            throw new Refusal(ErrorCode.UNAVAILABLE);
        }
        cleared.add(account);
    }

    private Set<DestroyOutcome> destroyAll(ScopeKind kind) {
        destroyed.add(kind);
        return Set.of();
    }
}
