package org.lethe.acceptance.forensics;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HaystackTest {
    private static final String WORD = "zqxk4n7t2wb9";
    private static final String ADDRESS = "198.19.101.102";

    /** Where one piece that is read ends and the next begins. */
    private static final int CHUNK = 1 << 20;

    private final Haystack haystack =
            new Haystack(Needle.of(List.of(new Canary("word", WORD, WORD))));
    private final List<Needle> addresses =
            Needle.of(List.of(new Canary("IP address", ADDRESS, ADDRESS)));
    private final Haystack addressHaystack = new Haystack(addresses);
    private final Random random = new Random(7);

    @ParameterizedTest
    @ValueSource(ints = {0, CHUNK - 5, CHUNK - 1, CHUNK, 3 * CHUNK - 12, 3 * CHUNK})
    void findsAcrossThePiecesThatAreRead(int before) throws IOException {
        assertThat(search(noise(before), WORD.getBytes(US_ASCII), noise(100))).isTrue();
        assertThat(search(noise(before), WORD.getBytes(US_ASCII))).isTrue();
    }

    /** UTF-16BE begins with one zero, an address of version 4 within version 6 with ten. */
    @ParameterizedTest
    @MethodSource("numbersOfZeros")
    void findsBehindZerosWhatBeginsWithZeros(int before) throws IOException {
        byte[] after = noise(100);
        for (Needle needle : addresses) {
            byte[] member = gzip(new byte[before], needle.bytes(), after);

            assertThat(found(new byte[before], needle.bytes(), after)).contains(needle);
            assertThat(found(new byte[before], needle.bytes())).contains(needle);
            assertThat(found(new byte[before], member)).contains(needle);
        }
        assertThat(found(new byte[before + 100])).isEmpty();
    }

    static IntStream numbersOfZeros() {
        return IntStream.concat(
                IntStream.rangeClosed(0, 34), IntStream.rangeClosed(CHUNK - 34, CHUNK + 2));
    }

    /** Nothing can be passed over then. */
    @Test
    void findsZerosAmongZeros() throws IOException {
        var zeros = new Needle("zeros", "bytes", new byte[12]);
        var search = new Haystack(List.of(zeros));

        assertThat(search.search(new byte[12])).containsExactly(zeros);
        assertThat(search.search(new byte[11])).isEmpty();
    }

    /** Of three letters only, so that needles share what they end with, and stand in each other. */
    @ParameterizedTest
    @ValueSource(ints = {4, 5, 8, 32, 200})
    void findsWhatALookAtEachPlaceFinds(int shortest) throws IOException {
        for (int round = 0; round < 50; round++) {
            byte[] content = letters(3_000);
            List<Needle> needles = new ArrayList<>();
            for (int number = 0; number < 40; number++) {
                int from = random.nextInt(content.length - shortest - 40);
                byte[] bytes =
                        Arrays.copyOfRange(content, from, from + shortest + random.nextInt(40));
                if (number % 2 == 0) {
                    bytes[random.nextInt(bytes.length)] ^= 1;
                }
                needles.add(new Needle("needle " + number, "letters", bytes));
            }
            String text = new String(content, US_ASCII);
            int cut = random.nextInt(content.length);

            assertThat(
                            new Haystack(needles)
                                    .search(
                                            stream(
                                                    Arrays.copyOf(content, cut),
                                                    Arrays.copyOfRange(
                                                            content, cut, content.length))))
                    .containsExactlyInAnyOrderElementsOf(
                            needles.stream()
                                    .filter(needle ->
                                            text.contains(new String(needle.bytes(), US_ASCII)))
                                    .toList());
        }
    }

    @Test
    void refusesWhatIsTooShort() {
        var three = new Needle("three", "bytes", new byte[3]);

        assertThatIllegalArgumentException().isThrownBy(() -> new Haystack(List.of(three)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, CHUNK - 1, 5 * CHUNK})
    void findsDeepInsideAGzipMember(int before) throws IOException {
        byte[] member = gzip(noise(6 * CHUNK), WORD.getBytes(US_ASCII), noise(100));
        assertThat(member.length).isGreaterThan(5 * CHUNK);

        assertThat(search(noise(before), member, noise(100))).isTrue();
    }

    @Test
    void findsInAMemberThatIsCut() throws IOException {
        byte[] member = gzip(noise(2 * CHUNK), WORD.getBytes(US_ASCII), noise(CHUNK));

        assertThat(search(Arrays.copyOf(member, member.length - CHUNK / 2))).isTrue();
    }

    @Test
    void findsInAMemberWithANameAndAComment() throws IOException {
        byte[] plain = gzip(WORD.getBytes(US_ASCII));
        var named = new ByteArrayOutputStream();
        named.write(plain, 0, 3);
        named.write(8 | 16);
        named.write(plain, 4, 6);
        named.write("notes.txt\0a comment\0".getBytes(US_ASCII));
        named.write(plain, 10, plain.length - 10);

        assertThat(search(named.toByteArray())).isTrue();
    }

    @Test
    void findsTheSecondOfTwoMembers() throws IOException {
        assertThat(search(gzip(noise(CHUNK)), gzip(WORD.getBytes(US_ASCII)))).isTrue();
    }

    @Test
    void findsNothingInNoiseWithSignsOfGzip() throws IOException {
        byte[] noise = noise(CHUNK);
        for (int at = 0; at < noise.length - 3; at += 1000) {
            noise[at] = 0x1f;
            noise[at + 1] = (byte) 0x8b;
            noise[at + 2] = 8;
        }

        assertThat(search(noise)).isFalse();
    }

    private boolean search(byte[]... parts) throws IOException {
        return !haystack.search(stream(parts)).isEmpty();
    }

    private Set<Needle> found(byte[]... parts) throws IOException {
        return addressHaystack.search(stream(parts));
    }

    private static InputStream stream(byte[]... parts) {
        InputStream all = InputStream.nullInputStream();
        for (byte[] part : parts) {
            all = new SequenceInputStream(all, new ByteArrayInputStream(part));
        }
        return new BufferedInputStream(all, 2 * CHUNK);
    }

    private byte[] noise(int length) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }

    private byte[] letters(int length) {
        byte[] letters = new byte[length];
        for (int at = 0; at < length; at++) {
            letters[at] = (byte) ('a' + random.nextInt(3));
        }
        return letters;
    }

    private static byte[] gzip(byte[]... parts) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var member =
                new GZIPOutputStream(packed) {
                    {
                        def.setLevel(Deflater.BEST_SPEED);
                    }
                }) {
            for (byte[] part : parts) {
                member.write(part);
            }
        }
        return packed.toByteArray();
    }
}
