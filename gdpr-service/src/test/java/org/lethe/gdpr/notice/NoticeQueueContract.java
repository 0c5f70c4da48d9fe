package org.lethe.gdpr.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.gdpr.subject.Ids.ACME;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.ErasureId;
import org.lethe.gdpr.request.RequestId;

/** What every queue of notices does; the fake and Redis' pass it. */
abstract class NoticeQueueContract {

    private static final int MOST = 1000;
    private static final Duration LONG = Duration.ofHours(1);

    private final ErasureId request =
            new RequestId(UUID.randomUUID().toString()).scope(ACME, "t3st");
    private NoticeQueue queue;

    protected abstract NoticeQueue queue();

    @BeforeEach
    void aQueue() {
        queue = queue();
    }

    @Test
    void givesWhatWasLeftAsItWas() {
        queue.leave(request, List.of(notice(0, 1)));

        TakenNotice taken = only(LONG);

        assertThat(taken.notice()).contains(notice(0, 1));
        assertThat(taken.line()).isZero();
        assertThat(taken.rank()).isOne();
        assertThat(taken.attempts()).isOne();
        assertThat(taken.age()).isBetween(Duration.ZERO, Duration.ofMinutes(1));
    }

    @Test
    void givesANoticeToOneAtATime() {
        queue.leave(request, List.of(notice(0, 1)));

        assertThat(taken(LONG)).hasSize(1);
        assertThat(taken(LONG)).isEmpty();
    }

    @Test
    void givesItAgainWhenItsTimeIsOver() {
        queue.leave(request, List.of(notice(0, 1)));

        assertThat(only(Duration.ZERO).attempts()).isOne();
        assertThat(only(Duration.ZERO).attempts()).isEqualTo(2);
    }

    @Test
    void keepsTheOrderOfALineHoweverItWasLeft() {
        queue.leave(request, List.of(notice(0, 2), notice(0, 1)));

        TakenNotice first = only(LONG);
        assertThat(first.rank()).isOne();
        queue.settle(first);
        TakenNotice second = only(LONG);
        assertThat(second.rank()).isEqualTo(2);
        assertThat(second.attempts()).isOne();
        queue.settle(second);

        assertThat(taken(LONG)).isEmpty();
    }

    @Test
    void holdsUpALineAndNoOther() {
        queue.leave(request, List.of(notice(0, 1), notice(1, 1)));
        TakenNotice first =
                taken(LONG).stream().filter(taken -> taken.line() == 0).findFirst().orElseThrow();
        queue.postpone(first, LONG);
        queue.leave(request, List.of(notice(0, 2), notice(2, 1)));

        assertThat(taken(LONG)).extracting(TakenNotice::line).containsExactly(2);
    }

    @Test
    void isDueAgainAfterItsPause() {
        queue.leave(request, List.of(notice(0, 1)));
        queue.postpone(only(LONG), Duration.ZERO);

        assertThat(only(LONG).attempts()).isEqualTo(2);
    }

    @Test
    void keepsOneOfTheSamePlace() {
        queue.leave(request, List.of(notice(0, 1)));
        queue.leave(request, List.of(notice(0, 1)));
        queue.settle(only(LONG));

        assertThat(taken(LONG)).isEmpty();
    }

    @Test
    void isSettledOnce() {
        queue.leave(request, List.of(notice(0, 1)));
        TakenNotice slow = only(Duration.ZERO);
        TakenNotice quick = only(LONG);
        queue.settle(quick);
        queue.leave(request, List.of(notice(0, 2)));
        TakenNotice next = only(LONG);

        queue.settle(slow);
        queue.postpone(slow, Duration.ZERO);

        assertThat(taken(LONG)).as("who was too slow moves nothing").isEmpty();
        queue.postpone(next, Duration.ZERO);
        assertThat(only(LONG).rank()).isEqualTo(2);
    }

    @Test
    void takesNoMoreThanAskedFor() {
        queue.leave(request, List.of(notice(0, 1), notice(1, 1), notice(2, 1)));

        assertThat(queue.take(0, LONG)).isEmpty();
        assertThat(ours(queue.take(2, LONG))).hasSizeLessThanOrEqualTo(2);
    }

    private TakenNotice only(Duration term) {
        List<TakenNotice> taken = taken(term);
        assertThat(taken).hasSize(1);
        return taken.getFirst();
    }

    private List<TakenNotice> taken(Duration term) {
        return ours(queue.take(MOST, term));
    }

    private List<TakenNotice> ours(List<TakenNotice> taken) {
        return taken.stream().filter(each -> each.request().equals(request)).toList();
    }

    private static Notice notice(int line, int rank) {
        return new Notice(
                ACME,
                line,
                rank,
                URI.create("https://privacy.acme.example/dsr/" + line),
                "{\"rank\":" + rank + "}");
    }
}
