package org.lethe.chat.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lethe.chat.letter.SealedLetter;
import org.lethe.contracts.id.ChatId;

class DraftSweepTest {

    private static final ChatId BROKEN = ChatId.of("c01-abcd-" + "1".repeat(26));
    private static final ChatId OTHER = ChatId.of("c01-abcd-" + "2".repeat(26));

    @Test
    void goesOnAfterADraftThatCannotBeTakenBack() {
        var post = new FakePost();

        new DraftSweep(post).sweep();

        assertThat(post.takenBack).containsExactly(OTHER);
    }

    private static final class FakePost implements OfflinePost {
        private final List<ChatId> takenBack = new ArrayList<>();

        @Override
        public boolean begin(Draft draft) {
            return true;
        }

        @Override
        public Posted post(Draft draft, List<SealedLetter> letters) {
            return Posted.POSTED;
        }

        @Override
        public List<ChatId> abandoned() {
            return List.of(BROKEN, OTHER);
        }

        @Override
        public void takeBack(ChatId attempt) {
            if (attempt.equals(BROKEN)) {
                throw new IllegalStateException("as the test wants it");
            }
            takenBack.add(attempt);
        }

        @Override
        public ChatId idOf(Draft draft) {
            return OTHER;
        }
    }
}
