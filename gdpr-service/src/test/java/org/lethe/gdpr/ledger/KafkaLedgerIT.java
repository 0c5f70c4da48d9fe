package org.lethe.gdpr.ledger;

import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.lethe.gdpr.it.ControllerSystem;
import org.lethe.stack.test.LetheInfrastructure;

@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
@WithTestResource(ControllerSystem.class)
class KafkaLedgerIT extends LedgerContract {

    @Inject Ledger ledger;
    @Inject LedgerTail tail;

    @BeforeEach
    void isRead() {
        await().atMost(Duration.ofSeconds(20)).until(tail::isCaughtUp);
    }

    @Override
    protected Ledger ledger() {
        return ledger;
    }
}
