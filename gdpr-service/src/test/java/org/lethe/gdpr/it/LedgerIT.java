package org.lethe.gdpr.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.event.LedgerEntry;
import org.lethe.contracts.event.LedgerFact.ScopesDestroyed;
import org.lethe.contracts.event.VisitEvent.VisitDestroyed;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.gdpr.ledger.Ledger;
import org.lethe.gdpr.subject.Ids;
import org.lethe.runtime.event.EventSender;
import org.lethe.stack.test.LetheInfrastructure;

@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
@WithTestResource(ControllerSystem.class)
class LedgerIT {

    @Inject Ledger ledger;
    @Inject EventSender events;

    private final AccountId account = new AccountId("a" + UUID.randomUUID());

    @Test
    void countsWhatTheLifecycleTopicsTell() {
        events.send(new VisitDestroyed(Ids.visit(), account, DestroyReason.LEFT));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(ledger.entries(account, 0, 10))
                                .extracting(LedgerEntry::fact)
                                .singleElement()
                                .isInstanceOfSatisfying(
                                        ScopesDestroyed.class,
                                        counted ->
                                                assertThat(counted.scopes())
                                                        .isEqualTo(
                                                                Map.of(
                                                                        ScopeKind.VISIT,
                                                                        Map.of(
                                                                                DestroyReason.LEFT,
                                                                                1)))));
    }
}
