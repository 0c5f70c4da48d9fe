package org.lethe.privacy.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.scope.Compartment;
import org.lethe.privacy.reaper.Reaper;
import org.lethe.privacy.redis.ShardLeases;
import org.lethe.privacy.test.RedisProcess;
import org.lethe.privacy.test.TestVault;

/** Redis at its {@code maxmemory}: it refuses what is new, and must still let everything go. */
class FullStoreIT {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private RedisProcess redis;
    private TestVault suite;
    private Vault vault;

    @BeforeEach
    void start() {
        redis = RedisProcess.start();
        suite = TestVault.on(redis);
        vault = suite.vault();
    }

    @AfterEach
    void stop() {
        suite.close();
        redis.close();
    }

    @Test
    void destroysWithoutMemoryForAnythingNew() {
        VisitId visit = vault.newVisitId();
        VisitId other = vault.newVisitId();
        suite.open(visit, MINUTE);
        suite.open(other, MINUTE);
        fill();

        assertThat(vault.open(TestVault.scope(vault.newVisitId(), MINUTE)))
                .isInstanceOf(OpenOutcome.Unavailable.class);
        vault.destroyAddresses(List.of(other));
        assertThat(((Lookup.Open) vault.lookup(other)).cipher().holds(Compartment.ADDRESS))
                .isFalse();
        assertThat(vault.destroy(visit, DestroyReason.LEFT, List.of()))
                .isInstanceOf(DestroyOutcome.Destroyed.class);
        assertThat(vault.lookup(visit)).isEqualTo(new Lookup.Destroyed());
    }

    @Test
    void destroysAtTheDeadlineWithoutMemoryForAnythingNew() {
        VisitId visit = vault.newVisitId();
        suite.open(visit, Duration.ofSeconds(1));
        fill();

        try (var leases = ShardLeases.start(suite.store(), Duration.ofSeconds(2));
                var reaper = Reaper.start(suite.store(), leases)) {
            await().atMost(Duration.ofSeconds(8)).until(() -> reaper.status().destroyed() == 1);
        }

        assertThat(vault.lookup(visit)).isEqualTo(new Lookup.Destroyed());
    }

    private void fill() {
        assertThat(redis.<String>admin(commands -> commands.configSet("maxmemory", "1")))
                .isEqualTo("OK");
    }
}
