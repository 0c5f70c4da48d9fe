package org.lethe.presence.attendance;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.VisitId;
import org.lethe.presence.visit.Sample;
import org.lethe.presence.visit.VisitStore;
import org.lethe.presence.visit.VisitTimes;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptCall;
import org.lethe.privacy.vault.DestroyOutcome;
import org.lethe.privacy.vault.Vault;
import org.lethe.stack.fixture.LetheInfrastructure;

@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class RedisAttendanceIT extends AttendanceContract {

    private static final Script SILENCE = Script.load("presence/test-silence.lua");

    @Inject RedisStore redis;
    @Inject VisitTimes times;
    @Inject VisitStore visits;
    @Inject Vault vault;

    @Override
    protected Attendance attendance() {
        // The service's own has looked at these deadlines before.
        return new RedisAttendance(redis, times, vault);
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

    @Override
    protected void silence(VisitId visit) {
        Duration silence = times.silence().plus(times.renewEvery().multipliedBy(2));
        long left = times.lifetime().minus(silence).toMillis();
        redis.run(ScriptCall.on(SILENCE, visit, left));
    }
}
