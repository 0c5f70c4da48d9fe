package org.lethe.acceptance.forensics;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lethe.acceptance.client.Json;

/** Every encoding is found where software, not the needle's own code, has written it. */
class NeedleTest {
    private static final String CORE = "zqxk4n7t2wb9";
    private static final String VALUE = "Zoë \"" + CORE + "\" / more";
    private static final String VERSION_6 = "2001:db8:1234:5678:9abc:def1:2345:6789";
    private static final String VERSION_4 = "198.18.101.102";

    private final Haystack haystack =
            new Haystack(
                    Needle.of(
                            List.of(
                                    new Canary("name", VALUE, CORE),
                                    new Canary("IP", VERSION_6, VERSION_6),
                                    new Canary("IP of version 4", VERSION_4, VERSION_4))));

    static Stream<Arguments> written() throws UnknownHostException {
        String text = "before " + VALUE + " after";
        byte[] version4 = InetAddress.getByName(VERSION_4).getAddress();
        return Stream.of(
                Arguments.of("name as UTF-8", text.getBytes(UTF_8)),
                Arguments.of("name as UTF-16LE", text.getBytes(UTF_16LE)),
                Arguments.of("name as UTF-16BE", text.getBytes(UTF_16BE)),
                Arguments.of("name as JSON", json(VALUE)),
                Arguments.of("name as URL", URLEncoder.encode(text, UTF_8).getBytes(UTF_8)),
                Arguments.of("name as base64/0", base64("abc" + CORE + "de")),
                Arguments.of("name as base64/1", base64("abcd" + CORE + "e")),
                Arguments.of("name as base64/2", base64("abcde" + CORE + "f")),
                Arguments.of("IP as UTF-8", ("for=" + VERSION_6 + ";").getBytes(UTF_8)),
                Arguments.of("IP as packed", InetAddress.getByName(VERSION_6).getAddress()),
                Arguments.of("IP of version 4 as UTF-8", VERSION_4.getBytes(UTF_8)),
                Arguments.of("IP of version 4 as packed", version4),
                Arguments.of("IP of version 4 as packed into version 6", mapped(version4)));
    }

    private static byte[] json(String value) {
        return Json.object().put("name", value).toString().getBytes(UTF_8);
    }

    private static byte[] base64(String text) {
        return Base64.getEncoder().encode(text.getBytes(UTF_8));
    }

    private static byte[] mapped(byte[] version4) {
        byte[] packed = new byte[16];
        packed[10] = -1;
        packed[11] = -1;
        System.arraycopy(version4, 0, packed, 12, 4);
        return packed;
    }

    @ParameterizedTest
    @MethodSource("written")
    void isFoundInEachEncoding(String needle, byte[] content) {
        byte[] around = new byte[content.length + 64];
        System.arraycopy(content, 0, around, 31, content.length);

        assertThat(haystack.search(around).stream().map(Needle::toString)).contains(needle);
    }

    @Test
    void isNotFoundWhereNothingIs() {
        assertThat(haystack.search("zqxk4n7t2wb 198.18.101.9".getBytes(UTF_8))).isEmpty();
    }

    @Test
    void fourBytesAreNoCertainSign() {
        List<Needle> needles =
                Needle.of(List.of(new Canary("IP of version 4", VERSION_4, VERSION_4)));

        assertThat(needles.stream().filter(needle -> !needle.isCertain()).map(Needle::encoding))
                .containsExactly("packed");
    }
}
