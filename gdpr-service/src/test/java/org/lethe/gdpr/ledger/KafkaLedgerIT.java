package org.lethe.gdpr.ledger;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.lethe.gdpr.it.ControllerSystem;
import org.lethe.stack.fixture.LetheInfrastructure;

@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
@WithTestResource(ControllerSystem.class)
class KafkaLedgerIT extends LedgerContract {

    @Inject Ledger ledger;

    @Override
    protected Ledger ledger() {
        return ledger;
    }
}
