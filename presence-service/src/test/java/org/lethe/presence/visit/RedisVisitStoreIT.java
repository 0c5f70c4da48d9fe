package org.lethe.presence.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.id.VisitId;
import org.lethe.privacy.vault.DestroyOutcome;
import org.lethe.privacy.vault.Vault;
import org.lethe.stack.test.LetheInfrastructure;

@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class RedisVisitStoreIT extends VisitStoreContract {

    @Inject VisitStore visits;
    @Inject Vault vault;

    @Override
    protected VisitStore store() {
        return visits;
    }

    @Override
    protected void destroy(VisitId visit) {
        assertThat(vault.destroy(visit, DestroyReason.LEFT, List.of()))
                .isInstanceOf(DestroyOutcome.Destroyed.class);
    }
}
