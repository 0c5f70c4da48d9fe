package org.lethe.gdpr.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lethe.contracts.id.ErasureId;

/** Notices in memory. */
final class FakeNoticeQueue implements NoticeQueue {

    private final InstantSource clock;
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private boolean readable = true;

    FakeNoticeQueue(InstantSource clock) {
        this.clock = clock;
    }

    /** How many wait, in all lines. */
    synchronized int waiting() {
        return lines.values().stream().mapToInt(line -> line.kept.size()).sum();
    }

    /** Whether who takes notices has the keys that open them. */
    synchronized void setReadable(boolean readable) {
        this.readable = readable;
    }

    @Override
    public synchronized void leave(ErasureId request, List<Notice> notices) {
        for (Notice notice : notices) {
            lines.computeIfAbsent(
                            name(request, notice.line()), _ -> new Line(request, clock.instant()))
                    .kept
                    .putIfAbsent(notice.rank(), new Kept(notice, clock.instant()));
        }
    }

    @Override
    public synchronized List<TakenNotice> take(int most, Duration term) {
        Instant now = clock.instant();
        var taken = new ArrayList<TakenNotice>();
        for (Line line : lines.values()) {
            if (taken.size() < most && !line.due.isAfter(now)) {
                line.due = now.plus(term);
                Kept first = line.kept.firstEntry().getValue();
                first.attempts++;
                taken.add(
                        new TakenNotice(
                                line.request,
                                first.notice.line(),
                                first.notice.rank(),
                                first.attempts,
                                Duration.between(first.left, now),
                                Optional.of(first.notice).filter(_ -> readable)));
            }
        }
        return taken;
    }

    @Override
    public synchronized void settle(TakenNotice taken) {
        String name = name(taken.request(), taken.line());
        Line line = lines.get(name);
        if (line != null && line.kept.remove(taken.rank()) != null) {
            line.due = clock.instant();
            if (line.kept.isEmpty()) {
                lines.remove(name);
            }
        }
    }

    @Override
    public synchronized void postpone(TakenNotice taken, Duration pause) {
        Line line = lines.get(name(taken.request(), taken.line()));
        if (line != null && line.kept.containsKey(taken.rank())) {
            line.due = clock.instant().plus(pause);
        }
    }

    private static String name(ErasureId request, int line) {
        return request.value() + ":" + line;
    }

    private static final class Line {

        private final ErasureId request;
        private final TreeMap<Integer, Kept> kept = new TreeMap<>();
        private Instant due;

        private Line(ErasureId request, Instant due) {
            this.request = request;
            this.due = due;
        }
    }

    private static final class Kept {

        private final Notice notice;
        private final Instant left;
        private int attempts;

        private Kept(Notice notice, Instant left) {
            this.notice = notice;
            this.left = left;
        }
    }
}
