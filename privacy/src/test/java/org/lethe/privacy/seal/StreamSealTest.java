package org.lethe.privacy.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.contracts.id.ChatId;

class StreamSealTest {

    private static final String KIND = "file:f-1";
    private static final int SIZE = 1_000_000;

    /** Where segments begin. */
    private static final int SECOND = Segments.NAME + Segments.SEALED;

    private static final int THIRD = SECOND + Segments.SEALED;

    private final ScopeCipher cipher =
            new ScopeCipher(
                    ChatId.mint("abcd", new SecureRandom()), new DataKey(DataKey.random()), null);
    private final byte[] clear = bytes(SIZE);

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            ints = {
                0,
                1,
                Segments.CLEAR - 1,
                Segments.CLEAR,
                Segments.CLEAR + 1,
                2 * Segments.CLEAR,
                1_000_000
            })
    void opensWhatItSealed(int size) throws IOException {
        byte[] content = bytes(size);
        Path file = sealed(content);

        assertThat(Files.size(file)).isGreaterThan(size);
        try (SeekableByteChannel channel = open(file, KIND)) {
            assertThat(channel.size()).isEqualTo(size);
            assertThat(read(channel, size)).isEqualTo(content);
            assertThat(channel.read(ByteBuffer.allocate(1))).isEqualTo(-1);
        }
    }

    @Test
    void opensFromAnyPosition() throws IOException {
        try (SeekableByteChannel channel = open(sealed(clear), KIND)) {
            for (int position : new int[] {999_990, 0, Segments.CLEAR - 4, 2 * Segments.CLEAR, 7}) {
                channel.position(position);
                assertThat(read(channel, 10))
                        .isEqualTo(Arrays.copyOfRange(clear, position, position + 10));
            }
        }
    }

    @Test
    void noticesATruncatedStreamAtOnce() throws IOException {
        byte[] sealed = Files.readAllBytes(sealed(clear));
        for (int length :
                new int[] {
                    0,
                    10,
                    Segments.NAME,
                    Segments.NAME + DataKey.OVERHEAD - 1,
                    100,
                    SECOND,
                    SECOND + 1,
                    SECOND + DataKey.OVERHEAD,
                    THIRD,
                    sealed.length - 1
                }) {
            Path file = written(Arrays.copyOf(sealed, length));
            assertDamaged(() -> open(file, KIND));
        }
        Path longer = written(Arrays.copyOf(sealed, sealed.length + 1));
        assertDamaged(() -> open(longer, KIND));
    }

    @Test
    void noticesAChangedByteWhereItIsRead() throws IOException {
        byte[] sealed = Files.readAllBytes(sealed(clear));
        sealed[300_000] ^= 1;
        Path file = written(sealed);
        try (SeekableByteChannel channel = open(file, KIND)) {
            assertThat(read(channel, 1000)).isEqualTo(Arrays.copyOf(clear, 1000));
            channel.position(299_000);
            assertDamaged(() -> read(channel, 10));
        }
        sealed[2] ^= 1;
        Path header = written(sealed);
        assertDamaged(() -> open(header, KIND));
        byte[] empty = Files.readAllBytes(sealed(new byte[0]));
        empty[empty.length - 1] ^= 1;
        Path end = written(empty);
        assertDamaged(() -> open(end, KIND));
    }

    @Test
    void noticesSegmentsThatChangedPlaces() throws IOException {
        byte[] sealed = Files.readAllBytes(sealed(clear));
        byte[] second = Arrays.copyOfRange(sealed, SECOND, THIRD);
        System.arraycopy(sealed, THIRD, sealed, SECOND, Segments.SEALED);
        System.arraycopy(second, 0, sealed, THIRD, Segments.SEALED);
        try (SeekableByteChannel channel = open(written(sealed), KIND)) {
            channel.position(300_000);
            assertDamaged(() -> read(channel, 10));
        }
    }

    /** A whole segment of another file of the same chat, at the same place. */
    @Test
    void noticesASegmentOfAnotherStream() throws IOException {
        byte[] sealed = Files.readAllBytes(sealed(clear));
        byte[] other = Files.readAllBytes(sealed(clear));
        System.arraycopy(other, SECOND, sealed, SECOND, Segments.SEALED);
        try (SeekableByteChannel channel = open(written(sealed), KIND)) {
            channel.position(300_000);
            assertDamaged(() -> read(channel, 10));
        }
    }

    @Test
    void isTheSameHoweverItIsWritten() throws IOException {
        Path file = Files.createTempFile(folder, "sealed", "");
        try (OutputStream out = cipher.sealing(Files.newOutputStream(file), KIND)) {
            out.write(clear[0]);
            for (int from = 1; from < SIZE; from += 9_973) {
                out.write(clear, from, Math.min(9_973, SIZE - from));
            }
        }
        try (SeekableByteChannel channel = open(file, KIND)) {
            assertThat(read(channel, SIZE)).isEqualTo(clear);
        }
    }

    @Test
    void isNotCompletedWithoutItsKey() throws IOException {
        Path file = Files.createTempFile(folder, "sealed", "");
        OutputStream out = cipher.sealing(Files.newOutputStream(file), KIND);
        out.write(clear, 0, 100);
        cipher.close();

        assertThatExceptionOfType(CompartmentDestroyedException.class).isThrownBy(out::close);
        assertThat(Files.size(file)).isEqualTo(Segments.NAME);
    }

    @Test
    void tellsStorageThatCannotBeReadFromDamage() throws IOException {
        SeekableByteChannel storage = FileChannel.open(sealed(clear));
        var broken = new AtomicBoolean();
        SeekableByteChannel moody =
                (SeekableByteChannel)
                        Proxy.newProxyInstance(
                                getClass().getClassLoader(),
                                new Class<?>[] {SeekableByteChannel.class},
                                (proxy, method, args) -> {
                                    if (broken.get() && method.getName().equals("read")) {
                                        throw new IOException("disk");
                                    }
                                    return method.invoke(storage, args);
                                });
        try (SeekableByteChannel channel = cipher.unsealing(moody, KIND)) {
            assertThat(read(channel, 10)).isEqualTo(Arrays.copyOf(clear, 10));
            channel.position(600_000);

            broken.set(true);
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> read(channel, 10))
                    .isNotInstanceOf(DamagedContentException.class)
                    .withMessage("disk");
        }
    }

    @Test
    void opensInItsPlaceOnly() throws IOException {
        Path file = sealed(clear);
        assertDamaged(() -> open(file, "file:f-2"));
        var other =
                new ScopeCipher(
                        ChatId.mint("abcd", new SecureRandom()),
                        new DataKey(DataKey.random()),
                        null);
        assertDamaged(() -> other.unsealing(FileChannel.open(file), KIND));
    }

    @Test
    void stopsUnderWayWhenTheKeyIsDestroyed() throws IOException {
        var out = cipher.sealing(new ByteArrayOutputStream(), KIND);
        Path file = sealed(clear);
        SeekableByteChannel channel = open(file, KIND);
        assertThat(read(channel, 10)).hasSize(10);

        cipher.close();

        assertThatExceptionOfType(CompartmentDestroyedException.class)
                .isThrownBy(() -> channel.read(ByteBuffer.allocate(10)));
        assertThatExceptionOfType(CompartmentDestroyedException.class)
                .isThrownBy(() -> out.write(new byte[10]));
        assertThatExceptionOfType(CompartmentDestroyedException.class)
                .isThrownBy(() -> open(file, KIND));
        assertThatExceptionOfType(CompartmentDestroyedException.class)
                .isThrownBy(() -> cipher.sealing(new ByteArrayOutputStream(), KIND));
    }

    private Path sealed(byte[] content) throws IOException {
        Path file = Files.createTempFile(folder, "sealed", "");
        try (OutputStream out = cipher.sealing(Files.newOutputStream(file), KIND)) {
            out.write(content);
        }
        return file;
    }

    private Path written(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "changed", ""), bytes);
    }

    private SeekableByteChannel open(Path file, String kind) throws IOException {
        return cipher.unsealing(FileChannel.open(file, StandardOpenOption.READ), kind);
    }

    private static byte[] read(SeekableByteChannel channel, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
            // Until it is full.
        }
        return buffer.array();
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static void assertDamaged(ThrowingCallable call) {
        assertThatExceptionOfType(DamagedContentException.class).isThrownBy(call);
    }
}
