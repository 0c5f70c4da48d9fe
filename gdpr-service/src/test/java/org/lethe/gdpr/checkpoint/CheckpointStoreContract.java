package org.lethe.gdpr.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.Digest;
import org.lethe.contracts.event.PageContent;

/** What every store of checkpoints does; the fake and the one on Kafka pass it. */
abstract class CheckpointStoreContract {

    /** More than is looked through at once for the newest. */
    private static final int MANY = 100;

    private final Random random = new Random();

    protected abstract CheckpointStore store();

    /** Leaves a checkpoint that none of our keys signed. */
    protected abstract void forge(Checkpoint checkpoint);

    @Test
    void givesPagesAsTheyWereWritten() {
        byte[] one = content(10);
        byte[] longest = content(PageContent.MAX_LENGTH);
        byte[] empty = {};

        List<PageRef> written = store().write(List.of(one, longest, empty));

        assertThat(store().read(written)).containsExactly(one, longest, empty);
        assertThat(store().read(List.of(written.get(1)))).containsExactly(longest);
        assertThat(store().read(written.reversed())).containsExactly(empty, longest, one);
        assertThat(store().read(List.of())).isEmpty();
        assertThat(store().write(List.of())).isEmpty();
    }

    @Test
    void givesManyPages() {
        List<byte[]> contents = IntStream.range(0, MANY).mapToObj(_ -> content(5_000)).toList();

        assertThat(store().read(store().write(contents))).containsExactlyElementsOf(contents);
    }

    @Test
    void doesNotTakeAnotherPageForOne() {
        List<PageRef> written = store().write(List.of(content(10), content(10)));
        PageRef one = written.getFirst();
        PageRef other = written.getLast();
        store().publish(checkpoint(1, written));
        var swapped = new PageRef(other.offset(), one.high(), one.low());
        var noPage = new PageRef(other.offset() + 1, one.high(), one.low());
        var notThere = new PageRef(Long.MAX_VALUE, one.high(), one.low());
        var before = new PageRef(-1, one.high(), one.low());

        for (PageRef page : List.of(swapped, noPage, notThere, before)) {
            assertThatThrownBy(() -> store().read(List.of(page)))
                    .isInstanceOf(ChangedPageException.class);
        }
    }

    @Test
    void hasWhatWasPublishedLastAsTheNewest() {
        List<PageRef> pages = store().write(List.of(content(3), content(4)));
        store().publish(checkpoint(512, pages));
        Checkpoint last = checkpoint(256, pages);
        store().publish(last);
        store().write(IntStream.range(0, MANY).mapToObj(_ -> content(5)).toList());

        assertThat(store().newest()).contains(last);
    }

    @Test
    void passesOverWhatWeDidNotSign() {
        Checkpoint ours = checkpoint(256, List.of());
        store().publish(ours);
        forge(checkpoint(512, List.of()));

        assertThat(store().newest()).contains(ours);
    }

    private Checkpoint checkpoint(long size, List<PageRef> pages) {
        return new Checkpoint(size, Digest.of(content(32)), pages);
    }

    private byte[] content(int length) {
        var content = new byte[length];
        random.nextBytes(content);
        return content;
    }
}
