package org.lethe.privacy.reaper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.Shard;
import org.lethe.contracts.id.VisitId;
import org.lethe.privacy.redis.ShardLeases;
import org.lethe.privacy.retention.Lifetimes;
import org.lethe.privacy.test.RedisProcess;
import org.lethe.privacy.test.TestVault;
import org.lethe.privacy.vault.Lookup;
import org.lethe.privacy.vault.ScopeKeyNames;

/**
 * Redis' clock goes back: to the process that watches it that is the same as a monotonic clock
 * which went on while that of Redis did not, and that one is here the test's own.
 */
class ShardTimesIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration IDLE = Duration.ofMinutes(30);
    private static final Duration MARGIN = Lifetimes.standard().margin();

    private RedisProcess redis;
    private TestVault suite;
    private Duration stepped = Duration.ZERO;
    private ShardTimes times;

    @BeforeEach
    void start() {
        redis = RedisProcess.start();
        suite = TestVault.on(redis);
        times = new ShardTimes(suite.store(), () -> System.nanoTime() + stepped.toNanos());
        times.look();
    }

    @AfterEach
    void stop() {
        suite.close();
        redis.close();
    }

    @Test
    void leavesSoundClocksAlone() {
        for (int i = 0; i < 20; i++) {
            times.look();
        }

        assertThat(forward()).isEmpty();
    }

    @Test
    void destroysWhatAStepBackWouldHaveProlonged() {
        ChatId chat = suite.vault().newChatId();
        suite.open(chat, IDLE);

        stepBack(Duration.ofMinutes(31));

        assertThat(times.look()).isGreaterThan(Duration.ofSeconds(55));
        try (var leases = ShardLeases.start(suite.store(), Duration.ofSeconds(2));
                var reaper = Reaper.start(suite.store(), leases)) {
            await().atMost(SOON).until(() -> reaper.status().destroyed() == 1);
        }
        assertThat(suite.vault().lookup(chat)).isEqualTo(new Lookup.Destroyed());
    }

    @Test
    void endsAtItsTimeWhatIsNotDueYetWithAndWithoutAReaper() {
        ChatId chat = suite.vault().newChatId();
        suite.open(chat, IDLE);

        stepBack(Duration.ofMinutes(29));

        assertThat(life(chat))
                .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(61).plus(MARGIN));
        assertThat(times.look()).isZero();
        assertThat(suite.isOpen(chat)).isTrue();
    }

    @Test
    void keepsItsWholeLifeForWhatIsOpenedOrRenewedAfterwards() {
        ChatId renewed = suite.vault().newChatId();
        suite.open(renewed, IDLE);
        stepBack(Duration.ofMinutes(20));

        suite.vault().renew(renewed, IDLE);
        VisitId opened = suite.vault().newVisitId();
        suite.open(opened, Duration.ofSeconds(100));

        assertThat(life(renewed)).isBetween(IDLE, IDLE.plus(MARGIN));
        assertThat(life(opened)).isBetween(Duration.ofSeconds(95), Duration.ofSeconds(110));
        assertThat(times.look()).isZero();
    }

    @Test
    void isDoneOnceHoweverManyProcessesSeeIt() {
        var other = new ShardTimes(suite.store(), () -> System.nanoTime() + stepped.toNanos());
        other.look();

        stepBack(Duration.ofHours(1));
        assertForwardByAnHour();
        // It may know the time better by some milliseconds, when answers are late.
        other.look();
        assertForwardByAnHour();
    }

    @Test
    void asksShardsWithNothingForTheirTimeAlone() {
        redis.admin(it -> it.configResetstat());

        times.look();

        String commands = redis.admin(it -> it.info("commandstats"));
        assertThat(commands).contains("cmdstat_exists:calls=1,").doesNotContain("cmdstat_zrange");
        stepBack(Duration.ofHours(1));
        assertForwardByAnHour();
    }

    private void assertForwardByAnHour() {
        assertThat(forward())
                .hasSize(Shard.COUNT)
                .allMatch(millis -> millis > 3_590_000 && millis <= 3_600_500);
    }

    private void stepBack(Duration step) {
        stepped = stepped.plus(step);
        times.look();
    }

    private Duration life(ScopeId scope) {
        return suite.store().keyspace().life(ScopeKeyNames.slot(scope, "kc")).orElseThrow();
    }

    private List<Long> forward() {
        return redis.admin(commands ->
                commands.keys("*:forward").stream()
                        .sorted()
                        .map(key -> Long.parseLong(new String(commands.get(key), UTF_8)))
                        .toList());
    }
}
