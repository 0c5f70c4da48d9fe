package org.lethe.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.event.LetterEvent.LetterPosted;
import org.lethe.contracts.frame.Speaker;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.id.ReferenceNumber;
import org.lethe.contracts.letter.Letter;
import org.lethe.contracts.letter.OfflineLetter;
import org.lethe.contracts.letter.TranscriptLetter;
import org.lethe.contracts.personal.AccountName;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.contracts.personal.MessageText;
import org.lethe.contracts.personal.PersonName;
import org.lethe.contracts.personal.QuestionText;
import org.lethe.contracts.scope.MetaField;
import org.lethe.contracts.scope.Slots;
import org.lethe.contracts.scope.Whereabouts;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.privacy.vault.Lookup;
import org.lethe.privacy.vault.NewScope;
import org.lethe.privacy.vault.OpenOutcome;
import org.lethe.privacy.vault.ScopeKeyNames;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.event.EventSender;
import org.lethe.runtime.fixture.TestAccounts;

/** Does what chat-service does when it posts a letter. */
@ApplicationScoped
class Posted {

    private static final ReferenceNumber NUMBER = ReferenceNumber.of("7K3F9-QXM2D");
    private static final Instant BEGIN = Instant.parse("2026-03-04T11:30:00Z");

    @Inject Vault vault;
    @Inject RedisStore store;
    @Inject AccountDirectory directory;
    @Inject EventSender events;

    AccountId account(String id, boolean tlsRequired, Duration deadline) {
        AccountId account = AccountId.of(id);
        TestAccounts.publish(account, MailAccounts.said(account, tlsRequired, deadline));
        return account;
    }

    /** Turns on that IP addresses and host names are removed. */
    void removeAddresses(AccountId account) {
        TestAccounts.publish(
                account, MailAccounts.saidWithoutAddresses(directory.require(account)));
    }

    /** Posts a letter and tells it. */
    LetterId letter(AccountId account, Letter letter, Optional<Whereabouts> address) {
        LetterId id = silently(account, letter, address);
        events.send(new LetterPosted(id, account, letter.letterKind()));
        return id;
    }

    /** Posts a letter, and the event is lost. */
    LetterId silently(AccountId account, Letter letter, Optional<Whereabouts> address) {
        return put(account, directory.require(account).letterDeadline(), letter, address);
    }

    /** A letter that the service does not find, since it does not know its account. */
    LetterId hidden(Letter letter) {
        return put(AccountId.of("nobody"), Duration.ofMinutes(5), letter, Optional.empty());
    }

    private LetterId put(
            AccountId account, Duration deadline, Letter letter, Optional<Whereabouts> address) {
        LetterId id = vault.newLetterId();
        var scope =
                new NewScope(
                        id,
                        account,
                        deadline,
                        Map.of(MetaField.LETTER_KIND, letter.letterKind().code()),
                        List.of());
        if (!(vault.open(scope) instanceof OpenOutcome.Opened(ScopeCipher cipher))) {
            throw new AssertionError("not opened");
        }
        try (cipher) {
            address.ifPresent(any -> vault.slots().write(cipher, Slots.LETTER_ADDRESS, any));
            vault.slots().write(cipher, Slots.LETTER_BODY, letter);
        }
        return id;
    }

    boolean isGone(LetterId letter) {
        return vault.lookup(letter) instanceof Lookup.Destroyed;
    }

    /** How the letter ended, as the vault's tombstone tells. */
    Optional<String> outcome(LetterId letter) {
        return store.keyspace()
                .get(ScopeKeyNames.slot(letter, "gone"))
                .map(reason -> new String(reason, StandardCharsets.UTF_8));
    }

    static OfflineLetter offline(String recipient, String message) {
        return new OfflineLetter(
                new EmailAddress(recipient),
                AccountName.of("Acme"),
                ZoneId.of("Europe/Berlin"),
                NUMBER,
                BEGIN,
                PersonName.of("Zoë Müller"),
                EmailAddress.of("zoe@visitor.example"),
                MessageText.of(message));
    }

    static TranscriptLetter transcript(String recipient, int lines, String text) {
        return new TranscriptLetter(
                new EmailAddress(recipient),
                AccountName.of("Acme"),
                ZoneId.of("Europe/Berlin"),
                NUMBER,
                BEGIN,
                BEGIN.plusSeconds(600),
                EndReason.VISITOR,
                PersonName.of("Zoë Müller"),
                EmailAddress.of("zoe@visitor.example"),
                QuestionText.of("Where is my order?"),
                java.util.stream.IntStream.range(0, lines)
                        .mapToObj(i ->
                                new TranscriptLetter.Line(
                                        BEGIN.plusSeconds(i),
                                        Speaker.VISITOR,
                                        null,
                                        MessageText.of(text),
                                        null))
                        .toList(),
                false);
    }
}
