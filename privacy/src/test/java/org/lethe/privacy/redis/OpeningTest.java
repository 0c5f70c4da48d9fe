package org.lethe.privacy.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lethe.privacy.pause.Backoff;

class OpeningTest {

    private static final Backoff AT_ONCE = Backoff.every(Duration.ofNanos(1));

    private final AtomicInteger attempts = new AtomicInteger();
    private final List<String> opened = new ArrayList<>();

    @Test
    void opensOneAfterTheOtherAndTellsOnce() {
        var opening = opening(part("first"), part("second"));

        assertThat(opening.obstacle()).contains(Obstacle.NO_CONNECTION);
        opening.run();

        assertThat(opened).containsExactly("first", "second", "told");
        assertThat(opening.obstacle()).isEmpty();
    }

    @Test
    void triesForAsLongAsItTakes() {
        opening(new Late<>(() -> afterAttempts(1_000)), part("second")).run();

        assertThat(attempts).hasValue(1_000);
        assertThat(opened).containsExactly("second", "told");
    }

    @Test
    void saysWhatTheLastAttemptMet() {
        var seen = new ArrayList<Optional<Obstacle>>();
        var opening = new ArrayList<Opening>();
        opening.add(
                opening(
                        new Late<>(() -> {
                            seen.add(opening.getFirst().obstacle());
                            return afterAttempts(3);
                        })));

        opening.getFirst().run();

        assertThat(seen)
                .containsExactly(
                        Optional.of(Obstacle.NO_CONNECTION),
                        Optional.of(Obstacle.SILENT),
                        Optional.of(Obstacle.SILENT));
    }

    @Test
    void endsWhenItIsClosed() {
        var opening = new ArrayList<Opening>();
        opening.add(
                opening(
                        new Late<>(() -> {
                            opening.getFirst().close();
                            return afterAttempts(1_000);
                        })));

        opening.getFirst().run();

        assertThat(attempts).hasValue(1);
        assertThat(opened).isEmpty();
    }

    @Test
    void whatIsNotOpenYetIsAwayAndSaysWhy() {
        Supplier<String> failing =
                () -> {
                    throw new RedisConnectionException("refused");
                };
        var late = new Late<>(failing);
        assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(late::get);
        assertThat(late.ifOpen()).isEmpty();

        assertThatExceptionOfType(RedisConnectionException.class).isThrownBy(late::open);

        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(late::get)
                .withCauseInstanceOf(RedisConnectionException.class);
    }

    @Test
    void thosePausesGrowAndDiffer() {
        Backoff pauses = Opening.pauses();

        assertThat(pauses.after(1)).isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
        assertThat(pauses.after(100)).isBetween(Duration.ofMillis(2500), Duration.ofSeconds(5));
        assertThat(Stream.generate(() -> pauses.after(100)).limit(20).distinct())
                .hasSizeGreaterThan(1);
    }

    private Opening opening(Late<?>... parts) {
        return new Opening(List.of(parts), AT_ONCE, () -> opened.add("told"));
    }

    private Late<String> part(String name) {
        return new Late<>(() -> {
            opened.add(name);
            return name;
        });
    }

    private String afterAttempts(int enough) {
        if (attempts.incrementAndGet() < enough) {
            throw new RedisCommandTimeoutException("HELLO timed out");
        }
        return "here";
    }
}
