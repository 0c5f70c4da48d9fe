package org.lethe.mail.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.LetterId;
import org.lethe.mail.InMemory;
import org.lethe.mail.render.SampleLetters;
import org.lethe.runtime.account.UnreadableCause;

class OpenLetterSweepTest {

    private final InMemory suite = new InMemory();
    private final Set<LetterId> found = ConcurrentHashMap.newKeySet();
    private final LetterQueue queue =
            new LetterQueue(
                    queued -> {
                        found.add(queued.letter());
                        return Optional.empty();
                    },
                    1,
                    1);
    private final OpenLetterSweep sweep = new OpenLetterSweep(suite.vault, suite.accounts, queue);

    @Test
    void findsALetterThatIsOpen() {
        LetterId letter = suite.posted(SampleLetters.offline(), Optional.empty());

        sweep.sweep();

        await().untilAsserted(() -> assertThat(found).containsExactly(letter));
    }

    @Test
    void findsALetterOfAnAccountThatCanNotBeOpened() {
        LetterId letter = suite.posted(SampleLetters.offline(), Optional.empty());
        suite.accounts.setUnreadable(Map.of(InMemory.ACME, UnreadableCause.KEY_MISSING));

        sweep.sweep();

        await().untilAsserted(() -> assertThat(found).containsExactly(letter));
    }
}
