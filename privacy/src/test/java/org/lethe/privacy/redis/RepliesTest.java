package org.lethe.privacy.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RepliesTest {

    @ParameterizedTest
    @MethodSource("outages")
    void takesAnOutageForAStoreThatIsAway(Throwable failure) {
        assertThat(Replies.translated(failure)).isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() ->
                        Replies.await(
                                CompletableFuture.failedFuture(failure), Duration.ofSeconds(1)))
                .isInstanceOf(StoreUnavailableException.class);
    }

    static Stream<Throwable> outages() {
        return Stream.of(
                new SocketException("Connection reset"),
                new ClosedChannelException(),
                new CompletionException(new SocketException("Connection reset")),
                new RedisCommandTimeoutException("late"),
                new RedisCommandExecutionException("LOADING the data set"));
    }

    @Test
    void takesNoMistakeOfOursForAnOutage() {
        assertThat(Replies.translated(new IllegalArgumentException("ours")))
                .isExactlyInstanceOf(IllegalStateException.class);
        assertThat(Replies.translated(new RedisCommandExecutionException("WRONGTYPE of a key")))
                .isExactlyInstanceOf(CommandRefusedException.class);
    }
}
