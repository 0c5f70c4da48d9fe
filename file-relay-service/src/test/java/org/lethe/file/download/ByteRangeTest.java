package org.lethe.file.download;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.file.download.ByteRange.Part;
import org.lethe.file.download.ByteRange.Unsatisfiable;
import org.lethe.file.download.ByteRange.Whole;

class ByteRangeTest {

    @Test
    void withoutAHeaderAllIsMeant() {
        assertThat(ByteRange.of(null, 100)).isEqualTo(new Whole(100));
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 0",
        "bytes=0-99, 0, 99",
        "bytes=10-19, 10, 19",
        "bytes=90-, 90, 99",
        "bytes=-1, 99, 99",
        "bytes=-500, 0, 99",
        "bytes=50-1000, 50, 99",
        "Bytes=50-999999999999999999, 50, 99",
        "'bytes= 1-2 ', 1, 2"
    })
    void readsOneRange(String header, long first, long last) {
        assertThat(ByteRange.of(header, 100)).isEqualTo(new Part(first, last, 100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0"})
    void refusesWhatIsNotThere(String header) {
        assertThat(ByteRange.of(header, 100)).isEqualTo(new Unsatisfiable(100));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes=",
                "bytes=-",
                "bytes=2-1",
                "bytes=0-1,5-6",
                "bytes=a-b",
                "items=0-1",
                "bytes=1--2",
                "bytes=0-9999999999999999999999",
                "bytes=0x1-2"
            })
    void answersWhatItDoesNotUnderstandWithAll(String header) {
        assertThat(ByteRange.of(header, 100)).isEqualTo(new Whole(100));
    }

    @Test
    void tellsWhichPartItIs() {
        var part = new Part(10, 19, 100);

        assertThat(part.length()).isEqualTo(10);
        assertThat(part.contentRange()).isEqualTo("bytes 10-19/100");
        assertThat(new Unsatisfiable(100).contentRange()).isEqualTo("bytes */100");
    }
}
