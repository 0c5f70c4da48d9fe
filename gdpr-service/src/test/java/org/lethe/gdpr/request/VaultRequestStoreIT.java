package org.lethe.gdpr.request;

import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.lethe.contracts.event.ErasureEvent;
import org.lethe.contracts.id.ErasureId;
import org.lethe.contracts.topic.Topic;
import org.lethe.gdpr.it.ControllerSystem;
import org.lethe.gdpr.it.NoDelivery;
import org.lethe.gdpr.notice.Notice;
import org.lethe.gdpr.notice.NoticeQueue;
import org.lethe.stack.fixture.EventTopic;
import org.lethe.stack.fixture.LetheInfrastructure;

@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
@WithTestResource(ControllerSystem.class)
@WithTestResource(NoDelivery.class)
class VaultRequestStoreIT extends RequestStoreContract {

    @Inject RequestStore store;

    @Inject NoticeQueue queue;

    @Override
    protected List<Notice> notices(ErasureId scope) {
        return queue.take(1000, Duration.ZERO).stream()
                .filter(taken -> taken.request().equals(scope))
                .flatMap(taken -> taken.notice().stream())
                .toList();
    }

    @Override
    protected RequestStore store() {
        return store;
    }

    @Override
    protected List<ErasureEvent> told(ErasureId scope, int count) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> EventTopic.about(Topic.ERASURES, scope.value(), ErasureEvent.class),
                        told -> told.size() >= count);
    }
}
