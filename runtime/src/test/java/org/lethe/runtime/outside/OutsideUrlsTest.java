package org.lethe.runtime.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideUrlsTest {

    private final OutsideUrls urls = new OutsideUrls(TestOutside.settings());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://privacy.acme.example/",
                "ftp://privacy.acme.example/",
                "https:/privacy",
                "//privacy.acme.example/",
                "https://user@privacy.acme.example/",
                "https://privacy.acme.example/#there",
                "https://privacy.acme.example:22/",
                "https://privacy.acme.example:8443/"
            })
    void refusesWhatIsNotToBeCalled(String url) {
        assertThat(urls.allow(URI.create(url))).isFalse();
        assertThat(urls.origin(URI.create(url))).isEmpty();
    }

    @Test
    void hasOneFormOfAnOrigin() {
        assertThat(urls.origin(URI.create("HTTPS://Privacy.ACME.example/dsr?one=1")))
                .isEqualTo(urls.origin(URI.create("https://privacy.acme.example:443")))
                .contains("https://privacy.acme.example:443");
    }

    @Test
    void callsThePortsThatAreAllowed() {
        var other = new OutsideUrls(TestOutside.settings(8443));

        assertThat(other.allow(URI.create("https://privacy.acme.example:8443/"))).isTrue();
        assertThat(other.allow(URI.create("https://privacy.acme.example/"))).isFalse();
    }
}
