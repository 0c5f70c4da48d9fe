package org.lethe.chat.ending;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lethe.chat.ending.Endings.Begun;
import org.lethe.chat.ending.Endings.Finished;
import org.lethe.chat.letter.SealedLetter;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.id.ChatId;

/** What every store does in the two steps of an end. */
abstract class EndingsContract {

    abstract Endings endings();

    abstract ChatId queued();

    /** Nothing was heard of the chat's visitor for as long as that may be. */
    abstract void silence(ChatId chat);

    abstract void destroy(ChatId chat);

    abstract void markErasing(ChatId chat);

    abstract boolean isOpen(ChatId chat);

    /** A letter of a chat that is open, and not posted. */
    abstract SealedLetter opened(ChatId chat);

    /** A letter of a chat whose key is gone. */
    abstract SealedLetter unopened(ChatId chat);

    abstract boolean isPosted(SealedLetter letter);

    @Test
    void givesTheSecondStepToTheFirstWhoAsks() {
        ChatId chat = queued();

        assertThat(endings().begin(chat, EndReason.VISITOR)).isEqualTo(Begun.BEGUN);
        assertThat(endings().begin(chat, EndReason.OPERATOR)).isEqualTo(Begun.CLAIMED);
        assertThat(endings().overdue().left()).doesNotContain(chat);
    }

    @Test
    void postsTheLettersAndDestroysTheChatTogether() {
        ChatId chat = queued();
        SealedLetter letter = opened(chat);
        endings().begin(chat, EndReason.VISITOR);

        Finished finished = endings().finish(chat, List.of(letter));

        assertThat(finished)
                .isInstanceOfSatisfying(
                        Finished.Done.class,
                        done -> {
                            assertThat(done.farewell().reason()).isEqualTo(EndReason.VISITOR);
                            assertThat(done.farewell().messages()).isEqualTo(1);
                        });
        assertThat(isOpen(chat)).isFalse();
        assertThat(isPosted(letter)).isTrue();
        assertThat(endings().finish(chat, List.of(letter))).isEqualTo(new Finished.Gone());
        assertThat(endings().begin(chat, EndReason.VISITOR)).isEqualTo(Begun.GONE);
    }

    @Test
    void doesNeitherWhenALettersKeyIsGone() {
        ChatId chat = queued();
        SealedLetter letter = opened(chat);
        endings().begin(chat, EndReason.VISITOR);

        assertThat(endings().finish(chat, List.of(letter, unopened(chat))))
                .isEqualTo(new Finished.Unopened());

        assertThat(isOpen(chat)).isTrue();
        assertThat(isPosted(letter)).isFalse();
        endings().finish(chat, List.of());
    }

    @Test
    void doesNeitherWhenAnErasureCameBetween() {
        ChatId chat = queued();
        SealedLetter letter = opened(chat);
        endings().begin(chat, EndReason.VISITOR);
        markErasing(chat);

        assertThat(endings().finish(chat, List.of(letter))).isEqualTo(new Finished.Gone());

        assertThat(isPosted(letter)).isFalse();
        destroy(chat);
    }

    @Test
    void doesNotFinishWhatNobodyBegan() {
        ChatId chat = queued();

        assertThat(endings().finish(chat, List.of())).isEqualTo(new Finished.Gone());

        assertThat(isOpen(chat)).isTrue();
        destroy(chat);
    }

    @Test
    void endsForItsVisitorsLeavingOnlyAChatWhoseVisitorIsNotThere() {
        ChatId chat = queued();
        assertThat(endings().beginIfLeft(chat)).isEmpty();
        assertThat(isOpen(chat)).isTrue();

        silence(chat);
        assertThat(endings().beginIfLeft(chat)).contains(Begun.BEGUN);

        assertThat(endings().finish(chat, List.of()))
                .isInstanceOfSatisfying(
                        Finished.Done.class,
                        done -> assertThat(done.farewell().reason()).isEqualTo(EndReason.LEFT));
        assertThat(endings().beginIfLeft(chat)).contains(Begun.GONE);
    }

    @Test
    void beginsNothingWithAChatThatIsGoneOrErased() {
        ChatId gone = queued();
        destroy(gone);
        ChatId erased = queued();
        markErasing(erased);

        assertThat(endings().begin(gone, EndReason.VISITOR)).isEqualTo(Begun.GONE);
        assertThat(endings().begin(erased, EndReason.VISITOR)).isEqualTo(Begun.GONE);
        destroy(erased);
    }
}
