package org.lethe.chat.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lethe.chat.InMemory;
import org.lethe.chat.letter.Letters;
import org.lethe.chat.letter.SealedLetter;
import org.lethe.chat.offline.OfflinePost.Draft;
import org.lethe.chat.offline.OfflinePost.Posted;
import org.lethe.contracts.event.LetterKind;
import org.lethe.contracts.id.ClientMessageId;
import org.lethe.contracts.id.LetterId;

/** What every post of offline messages does. */
abstract class OfflinePostContract {

    private final ClientMessageId message = ClientMessageId.of(UUID.randomUUID().toString());
    private final Draft first = new Draft(InMemory.ACME, message, 0);
    private final Draft second = new Draft(InMemory.ACME, message, 1);

    abstract OfflinePost post();

    /** Opens a letter with nothing in it. */
    abstract void open(LetterId letter);

    abstract boolean isPosted(LetterId letter);

    abstract Letters letters();

    @Test
    void postsAMessageOnceWhateverTheAttempt() {
        SealedLetter letter = letter(first);
        assertThat(post().begin(first)).isTrue();
        open(letter.id());

        assertThat(post().post(first, List.of(letter))).isEqualTo(Posted.POSTED);

        assertThat(isPosted(letter.id())).isTrue();
        assertThat(post().begin(second)).isFalse();
        assertThat(post().post(second, List.of(letter(second)))).isEqualTo(Posted.REPEATED);
    }

    @Test
    void postsAllLettersOrNone() {
        SealedLetter letter = letter(first);
        post().begin(first);
        open(letter.id());

        assertThat(post().post(first, List.of(letter, letter(second)))).isEqualTo(Posted.UNOPENED);

        assertThat(isPosted(letter.id())).isFalse();
        assertThat(post().begin(first)).isTrue();
    }

    @Test
    void derivesTheSameIdForTheSameAttemptOnly() {
        assertThat(post().idOf(first)).isEqualTo(post().idOf(first));
        assertThat(post().idOf(first)).isNotEqualTo(post().idOf(second));
    }

    @Test
    void takesNothingBackThatWasPosted() {
        SealedLetter letter = letter(first);
        post().begin(first);
        open(letter.id());
        post().post(first, List.of(letter));

        letters().takeBack(post().idOf(first));

        assertThat(isPosted(letter.id())).isTrue();
        assertThat(post().abandoned()).doesNotContain(post().idOf(first));
    }

    private SealedLetter letter(Draft draft) {
        return new SealedLetter(
                LetterId.of(post().idOf(draft), 0),
                LetterKind.OFFLINE_MESSAGE,
                new byte[1],
                new byte[0]);
    }
}
