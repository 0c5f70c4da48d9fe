package org.lethe.presence.attendance;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.VisitId;
import org.lethe.presence.visit.Sample;
import org.lethe.presence.visit.VisitStore;
import org.lethe.privacy.vault.DestroyOutcome;
import org.lethe.privacy.vault.Vault;
import org.lethe.stack.test.LetheInfrastructure;

@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class RedisAttendanceIT extends AttendanceContract {

    @Inject Attendance attendance;
    @Inject VisitStore visits;
    @Inject Vault vault;

    @Override
    protected Attendance attendance() {
        return attendance;
    }

    @Override
    protected VisitId open() {
        return visits.open(new AccountId("acme"), Sample.document(), Optional.empty());
    }

    @Override
    protected void destroy(VisitId visit) {
        assertThat(vault.destroy(visit, DestroyReason.LEFT, List.of()))
                .isInstanceOf(DestroyOutcome.Destroyed.class);
    }

    @Override
    protected boolean isLeaving(VisitId visit) {
        return requireNonNull(visits.read(List.of(visit)).get(visit)).leaving();
    }
}
