package org.lethe.chat.letter;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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

    @Test
    void findsALetterByWhatItWasOpenedWithWhileItIsOpen() {
        ChatId origin = newOrigin();
        LetterId letter = LetterId.of(origin, 0);
        open(letter).orElseThrow().close();

        assertThat(finding(letter, FOUND_BY)).isEqualTo(FOUND_BY);

        scopes().destroyAddresses(List.of(letter));
        assertThat(finding(letter, FOUND_BY))
                .containsExactly(new Identifier.Email(EmailAddress.of("vera@mail.example")));
        try (ScopeCipher later = open(letter).orElseThrow()) {
            assertThat(later.holds(Compartment.ADDRESS)).isFalse();
        }
        scopes().discardUnposted(origin);
        assertThat(finding(letter, FOUND_BY)).isEmpty();
    }

    @Test
    void findsALetterAgainUnderItsKeys() {
        LetterId letter = LetterId.of(newOrigin(), 0);
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
        LetterId first = LetterId.of(origin, 0);
        LetterId second = LetterId.of(origin, 1);
        LetterId destroyed = LetterId.of(origin, 2);
        open(first).orElseThrow().close();
        post(first);
        open(destroyed).orElseThrow().close();
        scopes().discardUnposted(origin);

        Map<LetterId, ScopeCipher> ciphers =
                scopes().open(
                                Stream.of(first, second, destroyed)
                                        .map(LetterScopesContract::transcript)
                                        .toList(),
                                settings);

        assertThat(ciphers).containsOnlyKeys(first, second);
        try (ScopeCipher one = requireNonNull(ciphers.get(first));
                ScopeCipher other = requireNonNull(ciphers.get(second))) {
            byte[] sealed = one.seal(Compartment.CONTENT, "letter", clear);
            assertThat(other.unseal(Compartment.CONTENT, "letter", sealed))
                    .isInstanceOf(Unsealed.Damaged.class);
        }
    }

    @Test
    void discardsWhatWasNotPostedForGood() {
        ChatId origin = newOrigin();
        LetterId posted = LetterId.of(origin, 0);
        LetterId unposted = LetterId.of(origin, 1);
        open(posted).orElseThrow().close();
        open(unposted).orElseThrow().close();
        post(posted);

        scopes().discardUnposted(origin);
        scopes().discardUnposted(origin);

        assertThat(open(unposted)).isEmpty();
        assertThat(open(posted))
                .hasValueSatisfying(
                        cipher -> assertThat(cipher.holds(Compartment.CONTENT)).isTrue());
    }

    @Test
    void leavesTheLettersOfOthers() {
        LetterId letter = LetterId.of(newOrigin(), 0);
        open(letter).orElseThrow().close();

        scopes().discardUnposted(newOrigin());

        assertThat(open(letter)).isPresent();
    }

    private Optional<ScopeCipher> open(LetterId letter) {
        return Optional.ofNullable(
                scopes().open(List.of(transcript(letter)), settings).get(letter));
    }

    private static NewLetter transcript(LetterId letter) {
        return new NewLetter(letter, LetterKind.TRANSCRIPT, FOUND_BY);
    }
}
