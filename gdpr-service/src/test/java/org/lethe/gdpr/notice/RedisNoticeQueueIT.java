package org.lethe.gdpr.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.gdpr.subject.Ids.ACME;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.ErasureId;
import org.lethe.gdpr.it.ControllerSystem;
import org.lethe.gdpr.it.NoDelivery;
import org.lethe.gdpr.request.RequestId;
import org.lethe.stack.fixture.LetheInfrastructure;

@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
@WithTestResource(ControllerSystem.class)
@WithTestResource(NoDelivery.class)
class RedisNoticeQueueIT extends NoticeQueueContract {

    @Inject NoticeQueue queue;

    @Override
    protected NoticeQueue queue() {
        return queue;
    }

    @Test
    void letsGoOfALineThatHasNothingLeft() {
        ErasureId request = new RequestId(UUID.randomUUID().toString()).scope(ACME, "t3st");
        var notice = new Notice(ACME, 0, 1, URI.create("https://privacy.acme.example/"), "{}");
        queue.leave(request, List.of(notice));
        List<TakenNotice> taken = queue.take(1000, Duration.ZERO);
        taken.forEach(queue::settle);

        assertThat(queue.take(1000, Duration.ZERO)).isEmpty();
    }
}
