package org.lethe.mail;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Optional;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.letter.Letter;
import org.lethe.contracts.scope.Slots;
import org.lethe.contracts.scope.Whereabouts;
import org.lethe.mail.letter.FakeLetterLeases;
import org.lethe.mail.letter.FakeLetterVault;
import org.lethe.mail.letter.LeaseSettings;
import org.lethe.mail.letter.LetterLeases;
import org.lethe.mail.notice.LostLetters;
import org.lethe.mail.post.FakePostOffice;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.fixture.TestClock;

/** The store and the mail server in memory, with one account. */
public final class InMemory {

    public static final AccountId ACME = AccountId.of("acme");
    public static final Duration DEADLINE = Duration.ofHours(1);
    public static final LeaseSettings TERMS =
            new Terms(Duration.ofSeconds(15), Duration.ofMinutes(1));

    public final TestClock clock = new TestClock();
    public final FakeLetterVault vault = new FakeLetterVault(clock);
    public final LetterLeases leases = new FakeLetterLeases(vault, TERMS);
    public final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    public final FakePostOffice post = new FakePostOffice();
    public final AccountDirectory accounts = new AccountDirectory();
    public final LostLetters lost = new LostLetters(vault, leases, accounts, metrics, clock);

    public InMemory() {
        accounts.put(MailAccounts.of(ACME, false, DEADLINE));
        accounts.setLoaded();
    }

    /** A letter of the account as chat-service posts it. */
    public LetterId posted(Letter letter, Optional<Whereabouts> address) {
        LetterId id = vault.open(ACME, DEADLINE, false);
        vault.put(id, Slots.LETTER_BODY, letter);
        address.ifPresent(any -> vault.put(id, Slots.LETTER_ADDRESS, any));
        return id;
    }

    private record Terms(Duration lease, Duration handedOverLease) implements LeaseSettings {}
}
