package org.lethe.privacy.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisLoadingException;
import io.lettuce.core.cluster.PartitionSelectorException;
import io.lettuce.core.cluster.models.partitions.Partitions;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ObstacleTest {

    @ParameterizedTest
    @MethodSource("failures")
    void isToldFromWhatACallFailedOf(Throwable failure, Obstacle obstacle) {
        assertThat(Obstacle.of(failure)).isEqualTo(obstacle);
        assertThat(Obstacle.of(new StoreUnavailableException(new CompletionException(failure))))
                .isEqualTo(obstacle);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(connecting(new ConnectException("refused")), Obstacle.NO_CONNECTION),
                Arguments.of(connecting(new UnknownHostException("redis")), Obstacle.NO_CONNECTION),
                Arguments.of(new IllegalStateException("odd"), Obstacle.NO_CONNECTION),
                Arguments.of(new RedisCommandTimeoutException("EVALSHA"), Obstacle.SILENT),
                Arguments.of(connecting(new TimeoutException()), Obstacle.SILENT),
                Arguments.of(new RedisLoadingException("LOADING dataset"), Obstacle.LOADING),
                Arguments.of(answer("LOADING Redis is loading"), Obstacle.LOADING),
                Arguments.of(answer("READONLY a replica"), Obstacle.NO_PRIMARY),
                Arguments.of(answer("MASTERDOWN Link with MASTER is down"), Obstacle.NO_PRIMARY),
                Arguments.of(answer("CLUSTERDOWN Hash slot not served"), Obstacle.NO_PRIMARY),
                Arguments.of(
                        new PartitionSelectorException("no primary", new Partitions()),
                        Obstacle.NO_PRIMARY),
                Arguments.of(
                        new RedisConnectionException(
                                "Cannot provide redisAddress using sentinel for masterId lethe"),
                        Obstacle.NO_PRIMARY),
                Arguments.of(
                        connecting(answer("WRONGPASS invalid username-password pair")),
                        Obstacle.REFUSED),
                Arguments.of(answer("NOAUTH Authentication required."), Obstacle.REFUSED),
                Arguments.of(new CommandRefusedException("NOPERM"), Obstacle.REFUSED));
    }

    private static RedisConnectionException connecting(Throwable cause) {
        return new RedisConnectionException("Unable to connect", cause);
    }

    private static RedisCommandExecutionException answer(String text) {
        return new RedisCommandExecutionException(text);
    }
}
