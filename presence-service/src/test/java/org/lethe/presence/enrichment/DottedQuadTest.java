package org.lethe.presence.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DottedQuadTest {

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, 0",
        "0.0.0.9, 9",
        "1.0.4.0, 16778240",
        "192.168.100.17, 3232261137",
        "255.255.255.255, 4294967295"
    })
    void readsAddresses(String text, long address) {
        assertThat(DottedQuad.parse(text, 0, text.length())).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1.2.3",
                "1.2.3.",
                ".1.2.3",
                "1..2.3",
                "1.2.3.4.5",
                "1.2.3.256",
                "1.2.3.1000",
                "1.2.3.04",
                "1.2.3.-4",
                "1.2.3.4 ",
                "1.2.3.٤",
                "2001:db8::1",
                "::ffff:1.2.3.4"
            })
    void leavesAllElse(String text) {
        assertThat(DottedQuad.parse(text, 0, text.length())).isEqualTo(DottedQuad.NONE);
    }

    @Test
    void readsOnePlaceOfALine() {
        String line = "1.0.4.0,1.0.7.255,38803,Example";

        assertThat(DottedQuad.parse(line, 0, 7)).isEqualTo(0x01000400L);
        assertThat(DottedQuad.parse(line, 8, 17)).isEqualTo(0x010007ffL);
        assertThat(DottedQuad.parse(line, 8, 13)).isEqualTo(DottedQuad.NONE);
    }
}
