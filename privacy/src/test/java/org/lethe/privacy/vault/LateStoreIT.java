package org.lethe.privacy.vault;

import static io.lettuce.core.protocol.CommandType.EVAL;
import static io.lettuce.core.protocol.CommandType.EVALSHA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.AclSetuserArgs;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.VisitId;
import org.lethe.privacy.reaper.Reaper;
import org.lethe.privacy.redis.Obstacle;
import org.lethe.privacy.redis.RedisSettings;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.ShardLeases;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.privacy.test.RedisProcess;
import org.lethe.privacy.test.TestSecrets;
import org.lethe.privacy.test.TestVault;

/** A process that starts before Redis does, or while Redis is half there. */
class LateStoreIT {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final String USER = RedisProcess.USER;

    private RedisProcess redis;

    @BeforeEach
    void start() {
        redis = RedisProcess.start();
    }

    @AfterEach
    void stop() {
        redis.close();
    }

    @Test
    void isWaitedForWhileNobodyListens() {
        redis.kill();
        try (var process = new Started(redis.settings())) {
            assertThat(process.store.obstacle()).contains(Obstacle.NO_CONNECTION);
            assertThat(process.vault.isReady()).isFalse();
            assertThat(process.leases.owned()).isEmpty();
            assertThatExceptionOfType(StoreUnavailableException.class)
                    .isThrownBy(process.vault::newVisitId);

            redis.startAgain();

            process.awaitWork();
        }
    }

    @Test
    void isWaitedForWhenItTakesTheConnectionAndAnswersNothing() {
        redis.freeze();
        try (var process = new Started(redis.settings().withTimeout(Duration.ofMillis(300)))) {
            process.awaitObstacle(Obstacle.SILENT);

            redis.thaw();

            process.awaitWork();
        }
    }

    @Test
    void isWaitedForWhenItAnswersPingAndNoScript() {
        redis.admin(commands -> commands.aclSetuser(USER, withoutScripts()));
        try (var process = new Started(redis.settings())) {
            process.awaitObstacle(Obstacle.REFUSED);
            assertThat(process.vault.isReady()).isFalse();

            redis.admin(commands -> commands.aclSetuser(USER, withScripts()));

            process.awaitWork();
        }
    }

    @Test
    void isWaitedForWhileItKnowsNoSuchPassword() {
        RedisSettings wrong = redis.settings().withUser(USER, "of-tomorrow");
        try (var process = new Started(wrong)) {
            process.awaitObstacle(Obstacle.REFUSED);

            redis.admin(commands ->
                    commands.aclSetuser(USER, AclSetuserArgs.Builder.addPassword("of-tomorrow")));

            process.awaitWork();
        }
    }

    @Test
    void isWaitedForWhileItHasNoPrimary() {
        redis.admin(commands -> commands.configSet("replica-serve-stale-data", "no"));
        redis.admin(commands -> commands.replicaof("127.0.0.1", 1));
        try (var process = new Started(redis.settings())) {
            process.awaitObstacle(Obstacle.NO_PRIMARY);

            redis.admin(commands -> commands.replicaofNoOne());

            process.awaitWork();
        }
    }

    @Test
    void endsAtOnceWhileItWaits() {
        redis.freeze();
        var process = new Started(redis.settings());

        assertThat(Duration.ofSeconds(5)).isGreaterThan(timed(process::close));
        redis.thaw();
    }

    private static Duration timed(Runnable action) {
        long begin = System.nanoTime();
        action.run();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static AclSetuserArgs withoutScripts() {
        return AclSetuserArgs.Builder.removeCommand(EVAL).removeCommand(EVALSHA);
    }

    private static AclSetuserArgs withScripts() {
        return AclSetuserArgs.Builder.addCommand(EVAL).addCommand(EVALSHA);
    }

    /** What a service starts with, in its order. */
    private static final class Started implements AutoCloseable {

        private final RedisStore store;
        private final Vault vault;
        private final ShardLeases leases;
        private final Reaper reaper;
        private final List<ScopeId> destroyed = new CopyOnWriteArrayList<>();

        Started(RedisSettings settings) {
            store = RedisStore.open(settings);
            vault =
                    Vault.on(
                            store,
                            TestSecrets.kek(),
                            TestSecrets.index(),
                            TestVault.shortLifetimes());
            leases = ShardLeases.start(store, Duration.ofMillis(600));
            reaper = Reaper.start(store, leases);
            vault.onDestroyed(destroyed::add);
        }

        void awaitObstacle(Obstacle obstacle) {
            await().atMost(SOON).until(() -> store.obstacle().equals(Optional.of(obstacle)));
        }

        /** Opens, hears of ends, and destroys at deadlines. */
        void awaitWork() {
            await().atMost(SOON).until(vault::isReady);
            assertThat(store.obstacle()).isEmpty();
            VisitId ended = open();
            VisitId forgotten = open();
            await().atMost(SOON)
                    .until(() -> {
                        vault.destroy(ended, DestroyReason.LEFT, List.of());
                        return destroyed.contains(ended);
                    });
            await().atMost(SOON).until(() -> destroyed.contains(forgotten));
        }

        private VisitId open() {
            VisitId visit = vault.newVisitId();
            assertThat(vault.open(TestVault.scope(visit, Duration.ofMillis(500))))
                    .isInstanceOf(OpenOutcome.Opened.class);
            return visit;
        }

        @Override
        public void close() {
            reaper.close();
            leases.close();
            vault.close();
            store.close();
        }
    }
}
