package org.lethe.chat.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.LetterKind;
import org.lethe.contracts.event.LossEvent.LetterLossNoted;
import org.lethe.contracts.event.LossReason;
import org.lethe.contracts.frame.DeskServerFrame.LetterLosses;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.LetterId;
import org.lethe.runtime.fixture.TestClock;

class LossBookTest {

    private static final AccountId ACME = AccountId.of("acme");

    private final SecureRandom random = new SecureRandom();
    private final TestClock clock = new TestClock();
    private final LossBook book = new LossBook(clock);

    /** A mail server that is away for a day must not cost the chats their memory. */
    @Test
    void isBounded() {
        for (int i = 0; i < LossBook.MOST_OF_AN_ACCOUNT + 5; i++) {
            note(letter(), LetterKind.TRANSCRIPT);
        }

        assertThat(book.of(ACME).letters())
                .singleElement()
                .extracting(LetterLosses::count)
                .isEqualTo(LossBook.MOST_OF_AN_ACCOUNT);

        clock.advance(LossBook.CEILING);
        assertThat(book.forget()).containsExactly(ACME);
        note(letter(), LetterKind.TRANSCRIPT);
        assertThat(book.of(ACME).letters()).singleElement().returns(1, LetterLosses::count);
    }

    @Test
    void learnsOfWhatKindALetterWas() {
        LetterId letter = letter();
        note(letter, null);
        note(letter, LetterKind.OFFLINE_MESSAGE);
        note(letter, null);

        assertThat(book.of(ACME).letters())
                .singleElement()
                .returns(LetterKind.OFFLINE_MESSAGE, LetterLosses::kind)
                .returns(1, LetterLosses::count);
    }

    private LetterId letter() {
        return LetterId.mint("abcd", random);
    }

    private void note(LetterId letter, @Nullable LetterKind kind) {
        book.note(new LetterLossNoted(letter, ACME, kind, LossReason.STORE_LOST), clock.instant());
    }
}
