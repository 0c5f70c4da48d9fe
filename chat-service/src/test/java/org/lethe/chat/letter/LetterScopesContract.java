package org.lethe.chat.letter;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lethe.chat.InMemory;
import org.lethe.contracts.event.LetterKind;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.contracts.scope.Compartment;
import org.lethe.contracts.subject.Identifier;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.privacy.seal.Unsealed;
import org.lethe.runtime.account.AccountSettings;

/** What every place does where letters are opened. */
abstract class LetterScopesContract {

    /** Only what an account says of letters matters here. */
    private final AccountSettings settings = new InMemory().accounts.require(InMemory.ACME);

    private final byte[] clear = {1, 2, 3};

    private static final Set<Identifier> FOUND_BY =
            Set.of(
                    new Identifier.Email(EmailAddress.of("vera@mail.example")),
                    new Identifier.Address(ClientAddress.of("192.0.2.7")));

    abstract LetterScopes scopes();

    abstract ChatId newOrigin();

    /** Puts something into a letter. */
    abstract void post(LetterId letter);

    /** Which of these find the letter. */
    abstract Set<Identifier> finding(LetterId letter, Set<Identifier> identifiers);

    /** What a letter says it was derived from; empty if it is not open. */
    abstract Optional<ChatId> originOf(LetterId letter);

    @Test
    void findsALetterByWhatItWasOpenedWithWhileItIsOpen() {
        NewLetter letter = transcript(newOrigin(), 0);
        open(letter).orElseThrow().close();

        assertThat(finding(letter.id(), FOUND_BY)).isEqualTo(FOUND_BY);

        scopes().destroyAddresses(List.of(letter.id()));
        assertThat(finding(letter.id(), FOUND_BY))
                .containsExactly(new Identifier.Email(EmailAddress.of("vera@mail.example")));
        try (ScopeCipher later = open(letter).orElseThrow()) {
            assertThat(later.holds(Compartment.ADDRESS)).isFalse();
        }
        scopes().discardUnposted(letter.origin());
        assertThat(finding(letter.id(), FOUND_BY)).isEmpty();
    }

    /** Whoever has one letter has to find all that were made with it. */
    @Test
    void leadsFromALetterToWhatItWasDerivedFromWhileItIsOpen() {
        NewLetter first = transcript(newOrigin(), 0);
        NewLetter second = transcript(first.origin(), 1);
        open(first).orElseThrow().close();
        open(second).orElseThrow().close();

        assertThat(originOf(first.id())).contains(first.origin());
        assertThat(originOf(second.id())).contains(first.origin());

        scopes().discardUnposted(first.origin());
        assertThat(originOf(first.id())).isEmpty();
    }

    @Test
    void findsALetterAgainUnderItsKeys() {
        NewLetter letter = transcript(newOrigin(), 0);
        byte[] sealed;
        try (ScopeCipher first = open(letter).orElseThrow()) {
            sealed = first.seal(Compartment.CONTENT, "letter", clear);
            assertThat(first.holds(Compartment.ADDRESS)).isTrue();
        }

        try (ScopeCipher again = open(letter).orElseThrow()) {
            assertThat(again.unseal(Compartment.CONTENT, "letter", sealed))
                    .isInstanceOfSatisfying(
                            Unsealed.Clear.class,
                            opened -> assertThat(opened.bytes()).isEqualTo(clear));
        }
    }

    @Test
    void opensSeveralEachUnderAKeyOfItsOwn() {
        ChatId origin = newOrigin();
        NewLetter first = transcript(origin, 0);
        NewLetter second = transcript(origin, 1);
        NewLetter destroyed = transcript(origin, 2);
        open(first).orElseThrow().close();
        post(first.id());
        open(destroyed).orElseThrow().close();
        scopes().discardUnposted(origin);

        Map<LetterId, ScopeCipher> ciphers =
                scopes().open(List.of(first, second, destroyed), settings);

        assertThat(ciphers).containsOnlyKeys(first.id(), second.id());
        try (ScopeCipher one = requireNonNull(ciphers.get(first.id()));
                ScopeCipher other = requireNonNull(ciphers.get(second.id()))) {
            byte[] sealed = one.seal(Compartment.CONTENT, "letter", clear);
            assertThat(other.unseal(Compartment.CONTENT, "letter", sealed))
                    .isInstanceOf(Unsealed.Damaged.class);
        }
    }

    @Test
    void discardsWhatWasNotPostedForGood() {
        ChatId origin = newOrigin();
        NewLetter posted = transcript(origin, 0);
        NewLetter unposted = transcript(origin, 1);
        open(posted).orElseThrow().close();
        open(unposted).orElseThrow().close();
        post(posted.id());

        scopes().discardUnposted(origin);
        scopes().discardUnposted(origin);

        assertThat(open(unposted)).isEmpty();
        assertThat(open(posted))
                .hasValueSatisfying(
                        cipher -> assertThat(cipher.holds(Compartment.CONTENT)).isTrue());
    }

    @Test
    void leavesTheLettersOfOthers() {
        NewLetter letter = transcript(newOrigin(), 0);
        open(letter).orElseThrow().close();

        scopes().discardUnposted(newOrigin());

        assertThat(open(letter)).isPresent();
    }

    private Optional<ScopeCipher> open(NewLetter letter) {
        return Optional.ofNullable(scopes().open(List.of(letter), settings).get(letter.id()));
    }

    private static NewLetter transcript(ChatId origin, int ordinal) {
        return new NewLetter(LetterId.of(origin, ordinal), origin, LetterKind.TRANSCRIPT, FOUND_BY);
    }
}
