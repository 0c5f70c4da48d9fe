package org.lethe.chat.letter;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lethe.chat.InMemory;
import org.lethe.contracts.event.LetterKind;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.scope.Compartment;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.privacy.seal.Unsealed;
import org.lethe.runtime.account.AccountSettings;

/** What every place does where letters are opened. */
abstract class LetterScopesContract {

    /** Only what an account says of letters matters here. */
    private final AccountSettings settings = new InMemory().accounts.require(InMemory.ACME);

    private final byte[] clear = {1, 2, 3};

    abstract LetterScopes scopes();

    abstract ChatId newOrigin();

    /** Puts something into a letter. */
    abstract void post(LetterId letter);

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
                                Map.of(
                                        first,
                                        LetterKind.TRANSCRIPT,
                                        second,
                                        LetterKind.TRANSCRIPT,
                                        destroyed,
                                        LetterKind.TRANSCRIPT),
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
                scopes().open(Map.of(letter, LetterKind.TRANSCRIPT), settings).get(letter));
    }
}
