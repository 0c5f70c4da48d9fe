package org.lethe.chat.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lethe.chat.InMemory;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.event.LetterKind;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.id.ReferenceNumber;
import org.lethe.contracts.letter.Letter;
import org.lethe.contracts.letter.OfflineLetter;
import org.lethe.contracts.personal.AccountName;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.contracts.personal.HostName;
import org.lethe.contracts.personal.MessageText;
import org.lethe.contracts.personal.PersonName;
import org.lethe.contracts.scope.Compartment;
import org.lethe.contracts.scope.Whereabouts;
import org.lethe.contracts.subject.Identifier;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.privacy.seal.Unsealed;
import org.lethe.runtime.account.AccountSettings;

class LettersTest {

    private static final ChatId ORIGIN = ChatId.mint("a0z9", new SecureRandom());
    private static final Whereabouts ADDRESS =
            new Whereabouts(ClientAddress.of("192.0.2.7"), HostName.of("host.example"));

    private static final Identifier VERA =
            new Identifier.Email(EmailAddress.of("vera@mail.example"));
    private static final Identifier NUMBER = new Identifier.Reference(ReferenceNumber.of(ORIGIN));

    private final InMemory memory = new InMemory();
    private final Letters letters = new Letters(memory.letters, memory.accounts);

    @Test
    void sealsEachLetterUnderAKeyOfItsOwn() throws IOException {
        List<SealedLetter> sealed = letters.seal(List.of(draft(0), draft(1)), settings());

        assertThat(sealed)
                .extracting(SealedLetter::id)
                .containsExactly(LetterId.of(ORIGIN, 0), LetterId.of(ORIGIN, 1));
        SealedLetter first = sealed.getFirst();
        assertThat(new String(first.body(), StandardCharsets.ISO_8859_1)).doesNotContain("secret");
        assertThat(open(first.id(), first.body())).isEqualTo(draft(0).letter());
        try (ScopeCipher other = memory.letters.cipher(sealed.getLast().id())) {
            assertThat(other.unseal(Compartment.CONTENT, "letter", first.body()))
                    .isInstanceOf(Unsealed.Damaged.class);
        }
    }

    @Test
    void usesALetterAgainThatAnEarlierAttemptOpened() throws IOException {
        SealedLetter first = letters.seal(List.of(draft(0)), settings()).getFirst();
        SealedLetter again = letters.seal(List.of(draft(0)), settings()).getFirst();

        assertThat(open(first.id(), again.body())).isEqualTo(open(again.id(), first.body()));
    }

    @Test
    void leavesOutALetterThatWasDestroyed() {
        letters.seal(List.of(draft(0)), settings());
        letters.discardUnposted(ORIGIN);

        assertThat(letters.seal(List.of(draft(0), draft(1)), settings()))
                .extracting(SealedLetter::id)
                .containsExactly(LetterId.of(ORIGIN, 1));
    }

    @Test
    void putsTheAddressIntoItsOwnCompartment() {
        SealedLetter sealed = letters.seal(List.of(draft(0)), settings()).getFirst();

        try (ScopeCipher cipher = memory.letters.cipher(sealed.id())) {
            assertThat(cipher.unseal(Compartment.ADDRESS, "addr", sealed.address()))
                    .isInstanceOf(Unsealed.Clear.class);
        }
    }

    @Test
    void sealsNoAddressOnceTheAccountRemovesIt() {
        // Given a draft that was written before the switch
        AccountSettings before = settings();
        memory.settings(true, true, false);

        SealedLetter sealed = letters.seal(List.of(draft(0)), before).getFirst();

        assertThat(sealed.address()).isEmpty();
    }

    @Test
    void hasEachLetterFoundByItsVisitorAndItsNumber() {
        letters.seal(List.of(draft(0), draft(1)), settings());

        assertThat(memory.letters.foundBy(LetterId.of(ORIGIN, 0)))
                .isEqualTo(memory.letters.foundBy(LetterId.of(ORIGIN, 1)))
                .containsExactlyInAnyOrder(
                        VERA,
                        NUMBER,
                        new Identifier.Address(ADDRESS.address()),
                        new Identifier.Network(ClientAddress.of("192.0.2.0")));
    }

    @Test
    void hasNoLetterFoundByAnAddressThatTheAccountRemoves() {
        AccountSettings before = settings();
        memory.settings(true, true, false);

        letters.seal(List.of(draft(0)), before);

        assertThat(memory.letters.foundBy(LetterId.of(ORIGIN, 0)))
                .containsExactlyInAnyOrder(VERA, NUMBER);
    }

    @Test
    void hasNoLetterFoundByAnAddressOnceTheAccountRemovesItMeanwhile() {
        AccountSettings before = settings();
        memory.letters.meanwhile = () -> memory.settings(true, true, false);

        SealedLetter sealed = letters.seal(List.of(draft(0)), before).getFirst();

        assertThat(sealed.address()).isEmpty();
        assertThat(memory.letters.foundBy(sealed.id())).containsExactlyInAnyOrder(VERA, NUMBER);
    }

    @Test
    void tellsWhatKindOfLetterItIs() {
        assertThat(letters.seal(List.of(draft(0)), settings()))
                .extracting(SealedLetter::kind)
                .containsExactly(LetterKind.OFFLINE_MESSAGE);
    }

    private AccountSettings settings() {
        return memory.accounts.require(InMemory.ACME);
    }

    private static Draft draft(int ordinal) {
        var letter =
                new OfflineLetter(
                        EmailAddress.of("desk@acme.example"),
                        AccountName.of("Acme"),
                        ZoneOffset.UTC,
                        ReferenceNumber.of(ORIGIN),
                        Instant.EPOCH,
                        PersonName.of("Vera"),
                        EmailAddress.of("vera@mail.example"),
                        MessageText.of("secret " + ordinal));
        return Draft.of(ORIGIN, ordinal, letter, Optional.of(ADDRESS));
    }

    private Letter open(LetterId letter, byte[] body) throws IOException {
        try (ScopeCipher cipher = memory.letters.cipher(letter)) {
            if (cipher.unseal(Compartment.CONTENT, "letter", body)
                    instanceof Unsealed.Clear(byte[] json)) {
                return WireFormat.mapper().readValue(json, Letter.class);
            }
            throw new AssertionError("not readable");
        }
    }
}
