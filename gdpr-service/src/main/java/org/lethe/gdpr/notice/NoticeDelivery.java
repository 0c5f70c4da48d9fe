package org.lethe.gdpr.notice;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.lethe.gdpr.processor.MessageSigner;
import org.lethe.gdpr.processor.OpenDsrSettings;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.pause.Backoff;
import org.lethe.runtime.outside.OutsidePosts;
import org.lethe.runtime.outside.OutsideSettings;
import org.lethe.runtime.problem.Refusal;

/**
 * Delivers what controllers are to be told, at least once: a notice is taken off the list when the
 * controller has it, and whoever crashes in between leaves it to the next. One that nobody takes in
 * a day is given up; the status can still be asked for.
 */
@ApplicationScoped
public class NoticeDelivery {

    public static final String DOMAIN_HEADER = "X-OpenDSR-Processor-Domain";
    public static final String SIGNATURE_HEADER = "X-OpenDSR-Signature";

    private static final Log LOG = Log.of(NoticeDelivery.class);
    private static final int MOST_AT_ONCE = 64;
    private static final Backoff PAUSES = new Backoff(Duration.ofSeconds(5), Duration.ofHours(1));

    /** Beside the time of a call: to sign, and to say that it was delivered. */
    private static final Duration SPARE = Duration.ofSeconds(20);

    private final NoticeQueue queue;
    private final CallbackOrigins origins;
    private final OutsidePosts posts;
    private final MessageSigner signer;
    private final NoticeCounts counts;
    private final String domain;
    private final Duration term;
    private final AtomicInteger underWay = new AtomicInteger();

    NoticeDelivery(
            NoticeQueue queue,
            CallbackOrigins origins,
            OutsidePosts posts,
            OutsideSettings outside,
            MessageSigner signer,
            NoticeCounts counts,
            OpenDsrSettings settings) {
        this.queue = queue;
        this.origins = origins;
        this.posts = posts;
        this.signer = signer;
        this.counts = counts;
        this.domain = settings.domain();
        this.term = outside.timeout().plus(SPARE);
    }

    /** Takes what is due to threads of its own: no controller waits for another. */
    @Scheduled(
            every = "{lethe.opendsr.callback-interval}",
            delayed = "{lethe.opendsr.callback-interval}",
            concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void look() {
        int room = MOST_AT_ONCE - underWay.get();
        if (room <= 0) {
            return;
        }
        try {
            List<TakenNotice> due = queue.take(room, term);
            underWay.addAndGet(due.size());
            due.forEach(taken -> Thread.startVirtualThread(() -> deliver(taken)));
        } catch (Refusal refusal) {
            LOG.warn("callbacks can't be read now", LogKey.CODE.of(refusal.code()));
        }
    }

    /** How many controllers are being called. */
    int underWay() {
        return underWay.get();
    }

    private void deliver(TakenNotice taken) {
        try {
            if (isDelivered(taken)) {
                counts.delivered().increment();
                queue.settle(taken);
            } else if (!isOthers(taken)) {
                tryAgain(taken);
            }
        } catch (Refusal refusal) {
            // It is due again when its time is over.
            LOG.warn(
                    "a callback can't be noted now",
                    LogKey.ERASURE.of(taken.request()),
                    LogKey.CODE.of(refusal.code()));
        } catch (RuntimeException failure) {
            LOG.error("a callback failed", failure, LogKey.ERASURE.of(taken.request()));
        } finally {
            underWay.decrementAndGet();
        }
    }

    /** Also asks whether the origin is still registered: the settings may have changed since. */
    private boolean isDelivered(TakenNotice taken) {
        return taken.notice()
                .filter(notice -> origins.allow(notice.account(), notice.to()))
                .filter(notice -> post(notice))
                .isPresent();
    }

    /**
     * Whether it is left to a process that can open it, and is due again when its time is over;
     * nobody is waited for longer than it is kept.
     */
    private static boolean isOthers(TakenNotice taken) {
        return taken.notice().isEmpty() && taken.age().compareTo(NoticeQueue.LIFE) < 0;
    }

    private boolean post(Notice notice) {
        byte[] body = notice.message().getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers =
                Map.of(
                        HttpHeaders.CONTENT_TYPE,
                        MediaType.APPLICATION_JSON,
                        DOMAIN_HEADER,
                        domain,
                        SIGNATURE_HEADER,
                        signer.sign(body));
        return posts.post(notice.to(), headers, body).isTaken();
    }

    private void tryAgain(TakenNotice taken) {
        counts.failed().increment();
        Duration pause = PAUSES.after(taken.attempts());
        if (taken.age().plus(pause).compareTo(NoticeQueue.LIFE) < 0) {
            queue.postpone(taken, pause);
            return;
        }
        counts.givenUp().increment();
        LOG.warn(
                "a callback was given up",
                LogKey.ERASURE.of(taken.request()),
                LogKey.ATTEMPTS.of(taken.attempts()));
        queue.settle(taken);
    }
}
