package org.lethe.privacy.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lethe.contracts.id.ChatId;

class StreamCloseTest {

    private static final String KIND = "file:f-1";

    /** Of two segments, of which opening reads the last alone. */
    private static final byte[] CLEAR =
            "what is read ".repeat(30_000).getBytes(StandardCharsets.UTF_8);

    private final ScopeCipher cipher =
            new ScopeCipher(
                    ChatId.mint("abcd", new SecureRandom()), new DataKey(DataKey.random()), null);

    @TempDir private Path folder;

    /** A chat's end closes what is being read: nothing may be opened behind that. */
    @Test
    void isClosedByAnotherThreadOnlyBetweenReads() throws Exception {
        var storage = FileChannel.open(sealed());
        var reading = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var slow = new AtomicBoolean();
        SeekableByteChannel source =
                (SeekableByteChannel)
                        Proxy.newProxyInstance(
                                getClass().getClassLoader(),
                                new Class<?>[] {SeekableByteChannel.class},
                                (proxy, method, args) -> {
                                    if (slow.get() && method.getName().equals("read")) {
                                        reading.countDown();
                                        goOn.await();
                                    }
                                    return method.invoke(storage, args);
                                });
        SeekableByteChannel channel = cipher.unsealing(source, KIND);
        slow.set(true);
        CompletableFuture<byte[]> read =
                CompletableFuture.supplyAsync(() -> {
                    try {
                        return read(channel);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
        reading.await();
        Thread closing =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                channel.close();
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        });

        goOn.countDown();

        assertThat(read.get(10, TimeUnit.SECONDS)).isEqualTo(Arrays.copyOf(CLEAR, 10));
        assertThat(closing.join(Duration.ofSeconds(10))).isTrue();
        assertThatExceptionOfType(ClosedChannelException.class)
                .isThrownBy(() -> channel.read(ByteBuffer.allocate(1)));
    }

    private Path sealed() throws IOException {
        Path file = folder.resolve("sealed");
        try (OutputStream out = cipher.sealing(Files.newOutputStream(file), KIND)) {
            out.write(CLEAR);
        }
        return file;
    }

    private static byte[] read(SeekableByteChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(10);
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
            // Until it is full.
        }
        return buffer.array();
    }
}
