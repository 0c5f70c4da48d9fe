package org.lethe.privacy.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.scope.Slots;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.privacy.retention.Lifetimes;
import org.lethe.privacy.test.RedisProcess;
import org.lethe.privacy.test.TestVault;

class StoreLossIT {

    private static final Duration VISIT = Duration.ofSeconds(170);

    private RedisProcess redis;
    private TestVault suite;
    private Vault vault;

    @BeforeEach
    void start() {
        redis = RedisProcess.start();
        suite =
                TestVault.on(
                        redis.settings().withTimeout(Duration.ofSeconds(2)), Lifetimes.standard());
        vault = suite.vault();
    }

    @AfterEach
    void stop() {
        suite.close();
        redis.close();
    }

    @Test
    void neverTakesForDestroyedWhatWasLostWithTheStore() {
        VisitId lost = vault.newVisitId();
        suite.open(lost, VISIT);
        VisitId destroyed = vault.newVisitId();
        suite.open(destroyed, VISIT);
        vault.destroy(destroyed, DestroyReason.LEFT, List.of());
        String before = vault.epoch();

        redis.restart();

        var gone = new Lookup.Unavailable(Unavailability.STORE_LOST);
        await().atMost(Duration.ofSeconds(10)).until(() -> vault.lookup(lost).equals(gone));
        await().atMost(Duration.ofSeconds(10)).until(() -> !vault.epoch().equals(before));
        assertThat(vault.lookup(lost)).isEqualTo(gone);
        assertThat(vault.fates(List.of(lost))).containsExactly(Map.entry(lost, Fate.LOST));
        // That it was destroyed before is not known any more either: the cautious answer.
        assertThat(vault.lookup(destroyed)).isEqualTo(gone);
        assertThat(vault.renew(lost, VISIT)).isEmpty();
        assertThat(vault.open(TestVault.scope(lost, VISIT)))
                .isEqualTo(new OpenOutcome.Unavailable(Unavailability.STORE_LOST));
        assertThat(vault.lookup(lost)).isEqualTo(gone);

        VisitId fresh = vault.newVisitId();
        suite.open(fresh, VISIT);
        vault.destroy(fresh, DestroyReason.LEFT, List.of());
        assertThat(vault.lookup(fresh)).isEqualTo(new Lookup.Destroyed());
    }

    @Test
    void saysThatTheStoreIsAwayWhileItIs() {
        VisitId visit = vault.newVisitId();
        suite.open(visit, VISIT);

        redis.kill();

        assertThat(vault.lookup(visit))
                .isEqualTo(new Lookup.Unavailable(Unavailability.STORE_AWAY));
        assertThat(vault.destroy(visit, DestroyReason.LEFT, List.of()))
                .isEqualTo(new DestroyOutcome.Unavailable(Unavailability.STORE_AWAY));
        assertThat(vault.open(TestVault.scope(visit, VISIT)))
                .isEqualTo(new OpenOutcome.Unavailable(Unavailability.STORE_AWAY));
        assertThat(suite.store().isReachable()).isFalse();
        assertThatThrownBy(() -> vault.slots().put(visit, Slots.VISIT_VIEW, new byte[1]))
                .isInstanceOf(StoreUnavailableException.class);
    }
}
