package org.lethe.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypeHeadersTest {

    @ParameterizedTest
    @CsvSource({
        "application/json, application/json",
        "Application/JSON; charset=utf-8, application/json",
        "text/plain;charset=UTF-8, text/plain",
        "application/octet-stream, application/octet-stream"
    })
    void keepsWhatABodyCanBe(String header, String kept) {
        assertThat(MediaTypeHeaders.body(header)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";", "application/x-jane-doe", "jane", "application/json/jane"})
    void keepsNothingThatAClientMadeUp(String header) {
        assertThat(MediaTypeHeaders.body(header)).isEqualTo(MediaTypeHeaders.OTHER);
    }
}
