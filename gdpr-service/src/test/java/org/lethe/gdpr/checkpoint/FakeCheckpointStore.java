package org.lethe.gdpr.checkpoint;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.runtime.problem.Refusal;

/** Checkpoints and pages in memory. */
public final class FakeCheckpointStore implements CheckpointStore {

    /** What stands at each offset. */
    private final List<Kept> records = new ArrayList<>();

    private int left = Integer.MAX_VALUE;
    private @Nullable Supplier<RuntimeException> fault;
    private int reads;
    private int mostAtOnce;

    /** As when Kafka, or this process, goes away after so many more records. */
    public void setLeft(int left) {
        this.left = left;
    }

    /** As when the topic can't be read, or something of it is odd; null when it can be again. */
    public void setFault(@Nullable Supplier<RuntimeException> fault) {
        this.fault = fault;
    }

    /** How many pages and checkpoints there are. */
    public int size() {
        return records.size();
    }

    /** How many pages were read. */
    public int reads() {
        return reads;
    }

    /** How many pages were asked for at once at most. */
    public int mostAtOnce() {
        return mostAtOnce;
    }

    /** How many bytes all pages have. */
    public long bytes() {
        return records.stream()
                .filter(Kept.Page.class::isInstance)
                .map(Kept.Page.class::cast)
                .mapToLong(page -> page.content().length())
                .sum();
    }

    /** How many checkpoints of ours there are. */
    public long checkpoints() {
        return records.stream().filter(Kept.Ours.class::isInstance).count();
    }

    /** As whoever may do so writes a checkpoint that none of our keys signed. */
    public void forge(Checkpoint checkpoint) {
        records.add(new Kept.Forged(checkpoint));
    }

    /** As whoever holds the disk changes each page. */
    public void changePages() {
        records.replaceAll(kept -> kept instanceof Kept.Page ? new Kept.Page("else") : kept);
    }

    @Override
    public List<PageRef> write(List<byte[]> pages) {
        var written = new ArrayList<PageRef>();
        for (byte[] page : pages) {
            leave(new Kept.Page(text(page)));
            written.add(PageRef.of(records.size() - 1L, page));
        }
        return List.copyOf(written);
    }

    @Override
    public List<byte[]> read(List<PageRef> pages) {
        fail();
        reads += pages.size();
        mostAtOnce = Math.max(mostAtOnce, pages.size());
        return pages.stream().map(this::read).toList();
    }

    @Override
    public void publish(Checkpoint checkpoint) {
        leave(new Kept.Ours(checkpoint));
    }

    @Override
    public Optional<Checkpoint> newest() {
        fail();
        return records.reversed().stream()
                .filter(Kept.Ours.class::isInstance)
                .map(Kept.Ours.class::cast)
                .map(Kept.Ours::checkpoint)
                .findFirst();
    }

    private byte[] read(PageRef page) {
        if (page.offset() >= 0
                && page.offset() < records.size()
                && records.get(Math.toIntExact(page.offset())) instanceof Kept.Page(String text)
                && page.isOf(bytes(text))) {
            return bytes(text);
        }
        throw new ChangedPageException();
    }

    private void fail() {
        if (fault != null) {
            throw fault.get();
        }
    }

    private void leave(Kept kept) {
        if (left == 0) {
            throw new Refusal(ErrorCode.UNAVAILABLE);
        }
        left--;
        records.add(kept);
    }

    /** Each byte is a character, so that a record is compared by what it has. */
    private static String text(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private sealed interface Kept {

        record Page(String content) implements Kept {}

        record Ours(Checkpoint checkpoint) implements Kept {}

        record Forged(Checkpoint checkpoint) implements Kept {}
    }
}
