package org.lethe.gdpr.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.lethe.gdpr.subject.Ids.ACME;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lethe.contracts.id.ErasureId;
import org.lethe.gdpr.processor.ForeignClient;
import org.lethe.gdpr.processor.MessageSigner;
import org.lethe.gdpr.processor.TestCertificate;
import org.lethe.gdpr.processor.TestOpenDsr;
import org.lethe.gdpr.request.RequestId;
import org.lethe.runtime.outside.OutsidePosts;
import org.lethe.runtime.outside.PostOutcome;
import org.lethe.runtime.outside.TestOutside;

@Timeout(60)
class NoticeDeliveryTest {

    private static final String ORIGIN = "https://privacy.acme.example";

    @TempDir private static Path folder;
    private static TestCertificate certificate;

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-01-02T03:04:05Z"));
    private final FakeNoticeQueue queue = new FakeNoticeQueue(now::get);
    private final NoticeCounts counts = new NoticeCounts();
    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private volatile PostOutcome answer = new PostOutcome.Answered(204);
    private final ErasureId request =
            new RequestId(UUID.randomUUID().toString()).scope(ACME, "t3st");

    @BeforeAll
    static void certificate() {
        certificate = TestCertificate.in(folder);
    }

    @Test
    void tellsInOrderAndForgetsWhatWasTaken() {
        leave(0, 1);
        leave(0, 2);
        NoticeDelivery delivery = delivery(this::take);

        lookUntil(delivery, () -> queue.waiting() == 0);

        assertThat(sent).extracting(Sent::body).containsExactly(body(0, 1), body(0, 2));
        assertThat(sent.getFirst().url()).isEqualTo(URI.create(ORIGIN + "/dsr/0"));
        assertThat(counts.delivered().sum()).isEqualTo(2);
        assertThat(counts.givenUp().sum()).isZero();
    }

    /** As somebody verifies it who has the certificate and nothing of ours. */
    @Test
    void signsWhatItSends() {
        leave(0, 1);
        lookUntil(delivery(this::take), () -> queue.waiting() == 0);

        Map<String, String> headers = sent.getFirst().headers();
        assertThat(headers).containsEntry("X-OpenDSR-Processor-Domain", "lethe.example");
        assertThat(headers).containsEntry("Content-Type", "application/json");
        assertThat(
                        ForeignClient.trusts(
                                certificate.chain(),
                                "lethe.example",
                                sent.getFirst().body().getBytes(StandardCharsets.UTF_8),
                                headers.getOrDefault("X-OpenDSR-Signature", "")))
                .isTrue();
    }

    @Test
    void triesAgainAfterEverLongerPauses() {
        answer = new PostOutcome.Answered(503);
        leave(0, 1);
        NoticeDelivery delivery = delivery(this::take);
        lookUntil(delivery, () -> counts.failed().sum() == 1 && delivery.underWay() == 0);

        pass(Duration.ofSeconds(4));
        delivery.look();
        assertThat(sent).hasSize(1);
        answer = new PostOutcome.Answered(200);
        pass(Duration.ofSeconds(1));
        lookUntil(delivery, () -> queue.waiting() == 0);

        assertThat(sent).hasSize(2);
    }

    @Test
    void givesUpAfterADayAndGoesOnWithTheNext() {
        answer = new PostOutcome.Failed();
        leave(0, 1);
        NoticeDelivery delivery = delivery(this::take);
        while (queue.waiting() > 0) {
            int tries = sent.size();
            pass(Duration.ofHours(1));
            lookUntil(delivery, () -> sent.size() > tries && delivery.underWay() == 0);
        }
        Duration tried = Duration.between(Instant.parse("2026-01-02T03:04:05Z"), now.get());

        assertThat(tried).isBetween(Duration.ofHours(22), Duration.ofHours(24));
        assertThat(counts.givenUp().sum()).isOne();
        answer = new PostOutcome.Answered(200);
        leave(0, 2);
        lookUntil(delivery, () -> counts.delivered().sum() == 1);
    }

    @Test
    void isHeldUpByNoControllerThatHangs() {
        var hanging = new CountDownLatch(1);
        leave(0, 1);
        leave(1, 1);
        NoticeDelivery delivery =
                delivery((url, headers, body) -> {
                    if (url.getPath().endsWith("/0")) {
                        hold(hanging);
                    }
                    return take(url, headers, body);
                });

        lookUntil(delivery, () -> sent.size() == 1);
        assertThat(sent.getFirst().url().getPath()).isEqualTo("/dsr/1");
        hanging.countDown();
        lookUntil(delivery, () -> queue.waiting() == 0);
    }

    /** It died between the controller's answer and the note of it. */
    @Test
    void isTakenUpByAnotherProcessAfterACrash() {
        leave(0, 1);
        assertThat(queue.take(1, Duration.ofSeconds(30))).hasSize(1);
        NoticeDelivery other = delivery(this::take);
        other.look();
        assertThat(queue.waiting()).isOne();

        pass(Duration.ofSeconds(30));
        lookUntil(other, () -> queue.waiting() == 0);

        assertThat(sent).hasSize(1);
    }

    /** A process that has not the suite's keys must not keep it from one that has. */
    @Test
    void leavesWhatItCanNotOpenToOthers() {
        leave(0, 1);
        queue.setReadable(false);
        NoticeDelivery keyless = delivery(this::take);
        for (int minute = 0; minute < 30; minute++) {
            lookOnce(keyless);
            pass(Duration.ofMinutes(1));
        }

        queue.setReadable(true);
        lookUntil(delivery(this::take), () -> queue.waiting() == 0);

        assertThat(counts.delivered().sum()).isOne();
        assertThat(counts.failed().sum()).isZero();
    }

    @Test
    void givesUpAfterADayWhatNobodyCanOpen() {
        leave(0, 1);
        queue.setReadable(false);
        NoticeDelivery keyless = delivery(this::take);
        lookOnce(keyless);

        pass(NoticeQueue.LIFE);
        lookUntil(keyless, () -> queue.waiting() == 0);

        assertThat(counts.givenUp().sum()).isOne();
    }

    @Test
    void callsNoOriginThatIsNotRegisteredAnyMore() {
        leave(0, 1);
        NoticeDelivery delivery = delivery(this::take, "globex=" + ORIGIN);

        lookUntil(delivery, () -> counts.failed().sum() == 1);

        assertThat(sent).isEmpty();
    }

    private NoticeDelivery delivery(OutsidePosts posts) {
        return delivery(posts, "acme=" + ORIGIN);
    }

    private NoticeDelivery delivery(OutsidePosts posts, String origin) {
        var settings = new TestOpenDsr(origin);
        MessageSigner signer = certificate.signer();
        return new NoticeDelivery(
                queue,
                TestNotices.origins(settings),
                posts,
                TestOutside.settings(),
                signer,
                counts,
                settings);
    }

    private PostOutcome take(URI url, Map<String, String> headers, byte[] body) {
        sent.add(new Sent(url, headers, new String(body, StandardCharsets.UTF_8)));
        return answer;
    }

    private void leave(int line, int rank) {
        var notices = new ArrayList<Notice>();
        notices.add(
                new Notice(
                        ACME, line, rank, URI.create(ORIGIN + "/dsr/" + line), body(line, rank)));
        queue.leave(request, notices);
    }

    private static String body(int line, int rank) {
        return "{\"line\":" + line + ",\"rank\":" + rank + "}";
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    private static void lookUntil(NoticeDelivery delivery, Callable<Boolean> done) {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> {
                    delivery.look();
                    return done.call();
                });
    }

    private static void lookOnce(NoticeDelivery delivery) {
        delivery.look();
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> delivery.underWay() == 0);
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Sent(URI url, Map<String, String> headers, String body) {}
}
