package org.lethe.contracts.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses of pages as browsers have them: long, and with secrets in them. */
class WebAddressTest {

    @ParameterizedTest
    @ValueSource(ints = {2_100, 4_000, 7_900, 60_000})
    void areCut(int length) {
        String url = "https://shop.example/?utm=" + "x".repeat(length - 26);

        assertThat(PageUrl.of(url).reveal()).isEqualTo(url.substring(0, PageUrl.MAX_LENGTH));
        assertThat(Referrer.of(url).length()).isEqualTo(Referrer.MAX_LENGTH);
    }

    @ParameterizedTest
    @CsvSource({
        "/reset?token=SECRET&step=2#access_token=SECRET, /reset?token=***&step=2",
        "/?page=2#/cart, /?page=2",
        "/?code=SECRET&state=a, /?code=***&state=a",
        "/?apiKey=SECRET, /?apiKey=***",
        "/?X-Amz-Signature=SECRET&X-Amz-Date=1, /?X-Amz-Signature=***&X-Amz-Date=1",
        "/?user%5Bpassword%5D=SECRET, /?user%5Bpassword%5D=***",
        "/?PHPSESSID=SECRET, /?PHPSESSID=***",
        "/shop;jsessionid=SECRET?a=1, /shop;jsessionid=***",
        "/?next=https%3A%2F%2Fa.example%2F%3Fkey%3DSECRET&b=1, /?next=***&b=1",
        "/?keyword=lamp&author=eve&monkey=1, /?keyword=lamp&author=eve&monkey=1",
        "/cb?state=access_token%3DSECRET%26x%3D1, /cb?state=***",
        "/?next=100%25%zz%3Ftoken%3DSECRET, /?next=***",
        "/?q=100%&token=%zz, /?q=100%&token=***",
        "/?$1=a&key$1=b, /?$1=a&key$1=***"
    })
    void showNoSecret(String sent, String shown) {
        assertThat(PageUrl.of("https://shop.example" + sent).reveal())
                .isEqualTo("https://shop.example" + shown);
        assertThat(Referrer.of("https://shop.example" + sent).reveal())
                .isEqualTo("https://shop.example" + shown);
    }

    @Test
    void showNothingThatAnAccountHides() {
        PageUrl url = PageUrl.of("https://shop.example/?Order=4711&step=2");

        assertThat(url.hiding(List.of("order")).reveal())
                .isEqualTo("https://shop.example/?Order=***&step=2");
        assertThat(url.hiding(List.of())).isEqualTo(url);
        assertThat(Referrer.of("https://a.example/?order=1").hiding(List.of("order")).reveal())
                .isEqualTo("https://a.example/?order=***");
    }

    /** A frame may have so much, and a pattern that goes back would take seconds for each. */
    @ParameterizedTest
    @ValueSource(strings = {"?", "?a", "%3F", " ", ";", "&="})
    @Timeout(value = 5, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void areReadInOneGoWhateverTheyRepeat(String part) {
        String url = "https://shop.example/a?x=" + part.repeat(60_000 / part.length()) + "b";

        assertThat(PageUrl.of(url).reveal()).hasSizeLessThanOrEqualTo(PageUrl.MAX_LENGTH);
        assertThat(TextRules.clip(url, 100)).hasSizeLessThanOrEqualTo(100);
    }

    @Test
    void mayHaveABlankThatABrowserWouldNotWrite() {
        assertThat(PageUrl.of("https://shop.example/a b").reveal())
                .isEqualTo("https://shop.example/a%20b");
    }
}
