package org.lethe.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.event.ErasureEvent.ErasureAcknowledged;
import org.lethe.contracts.event.ErasureEvent.ErasureRequested;
import org.lethe.contracts.event.RemainsKind;
import org.lethe.contracts.event.ServiceName;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ErasureId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.topic.Topic;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.event.EventSender;
import org.lethe.stack.fixture.EventTopic;
import org.lethe.stack.fixture.LetheInfrastructure;

/** An erasure is answered with what was still here, and what a mail server had already. */
@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
@WithTestResource(ShortRhythms.class)
class ErasureIT {

    @Inject Posted posted;
    @Inject Vault vault;
    @Inject EventSender events;

    @Test
    void tellsErasedLettersFromThoseThatWereHandedOver() {
        String unique = UUID.randomUUID().toString().substring(0, 8);
        AccountId account = posted.account("erasing-" + unique, true, Duration.ofMinutes(5));
        String recipient = "desk-" + unique + "@acme.example";
        LetterId sent = posted.letter(account, Posted.offline(recipient, "Sent"), Optional.empty());
        await().atMost(Duration.ofSeconds(20))
                .until(() -> posted.outcome(sent).equals(Optional.of("dispatched")));
        ErasureId erasure = vault.newErasureId();
        LetterId held = posted.hidden(Posted.offline(recipient, "Held"));
        vault.markErasing(List.of(held), erasure);
        vault.destroy(held, DestroyReason.ERASED, List.of());

        events.send(new ErasureRequested(erasure, account, List.of(sent, held)));

        assertThat(EventTopic.about(Topic.ERASURES, erasure.value(), ErasureAcknowledged.class))
                .containsExactly(
                        new ErasureAcknowledged(
                                erasure,
                                ServiceName.MAIL_DISPATCH_SERVICE,
                                Map.of(
                                        RemainsKind.LETTERS,
                                        1,
                                        RemainsKind.HANDED_OVER,
                                        1,
                                        RemainsKind.PERHAPS_DELIVERED,
                                        0)));
    }
}
