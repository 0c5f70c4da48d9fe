package org.lethe.mail.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {

    @ParameterizedTest
    @CsvSource({
        "https://evil.example/login, https[:]//evil[.]example/login",
        "see www.evil.example now, see www[.]evil[.]example now",
        "evil.example, evil[.]example",
        "http://192.0.2.1:80/a, http[:]//192[.]0[.]2[.]1:80/a",
        "m\u00fcller.example, m\u00fcller[.]example",
        "evil\u3002example, evil[.]example"
    })
    void areTakenApart(String written, String shown) {
        assertThat(Links.apart(written)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "No. I mean it ... really.", "at 10:30, a/b", "."})
    void areNotSeenWhereNoneAre(String text) {
        assertThat(Links.apart(text)).isEqualTo(text);
    }
}
