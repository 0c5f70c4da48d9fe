package org.lethe.runtime.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeadWatchTest {

    private static final Duration TIME = Duration.ofSeconds(10);
    private static final String HEAD = "GET /v1/desk/status HTTP/1.1\r\n\r\n";

    private final Connections connections = new Connections();
    private EmbeddedChannel channel = channel(false);

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    @Test
    void hangsUpOnAHeadThatNeverEnds() {
        for (int second = 0; second < 9; second += 3) {
            channel.writeInbound(bytes("X: y\r\n"));
            pass(Duration.ofSeconds(3));
        }
        assertThat(channel.isOpen()).isTrue();

        pass(Duration.ofSeconds(2));

        assertThat(channel.isOpen()).isFalse();
        assertThat(connections.tooSlow()).isOne();
    }

    @Test
    void hangsUpOnWhoSaysNothing() {
        pass(TIME);

        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void letsThroughAllThatComesAndStepsAside() {
        channel.writeInbound(bytes("GET /v1/desk/st"));
        channel.writeInbound(bytes("atus HTTP/1.1\r\n\r\n"));

        assertThat(received()).isEqualTo(HEAD);
        assertThat(channel.pipeline().get(HeadWatch.class)).isNull();
        pass(Duration.ofHours(1));
        assertThat(channel.isOpen()).isTrue();
        assertThat(connections.tooSlow()).isZero();
    }

    @Test
    void refusesOneTooMany() {
        channel = channel(true);

        channel.writeInbound(bytes(HEAD));

        assertThat(channel.isOpen()).isFalse();
        assertThat(received()).isEmpty();
        assertThat(connections.tooMany()).isOne();
    }

    @Test
    void givesOneTooManyLittleTime() {
        channel = channel(true);

        pass(Duration.ofSeconds(2));

        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void isNotTakenForDeadWhenThereAreTooMany() {
        String probe = "GET /q/health/live HTTP/1.1\r\n\r\n";
        channel = channel(true);

        channel.writeInbound(bytes(probe));

        assertThat(channel.isOpen()).isTrue();
        assertThat(received()).isEqualTo(probe);
    }

    private EmbeddedChannel channel(boolean isOneTooMany) {
        var made = new EmbeddedChannel(false, false);
        made.freezeTime();
        made.pipeline().addFirst(new HeadWatch(connections, TIME, isOneTooMany));
        try {
            made.register();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return made;
    }

    private void pass(Duration time) {
        channel.advanceTimeBy(time.toMillis(), TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
    }

    private String received() {
        var text = new StringBuilder();
        for (ByteBuf part = channel.readInbound(); part != null; part = channel.readInbound()) {
            text.append(part.toString(StandardCharsets.US_ASCII));
            part.release();
        }
        return text.toString();
    }

    private static ByteBuf bytes(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII);
    }
}
