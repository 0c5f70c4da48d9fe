package org.lethe.presence.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lethe.contracts.personal.UserAgentText;
import org.lethe.contracts.personal.VisitorTrait;
import org.lethe.contracts.visit.ClientTraits;
import org.lethe.privacy.retention.Lifetimes;
import ua_parser.Parser;

class UserAgentsTest {

    private final UserAgents userAgents = new UserAgents(Lifetimes.standard());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/146.0.0.0 Safari/537.36 | Chrome 146 | Windows | Desktop
                    Mozilla/5.0 (Windows NT 6.1; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/109.0.0.0 Safari/537.36 | Chrome 109 | Windows 7 | Desktop
                    Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.2 Safari/605.1.15 | Safari 18 | macOS | Desktop
                    Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:128.0) Gecko/20100101 Firefox/128.0 | Firefox 128 | macOS | Desktop
                    Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 | Chrome 126 | Linux | Desktop
                    Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 | Chrome 126 | ChromeOS | Desktop
                    Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1 | Mobile Safari 17 | iOS 17 | Phone
                    Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1 | Mobile Safari 26 | iOS | Phone
                    Mozilla/5.0 (iPad; CPU OS 16_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.5 Mobile/15E148 Safari/604.1 | Mobile Safari 16 | iPadOS 16 | iPad
                    Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/134.0.0.0 Mobile Safari/537.36 | Chrome Mobile 134 | Android | Phone
                    Mozilla/5.0 (Linux; Android 14; SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36 | Chrome Mobile 126 | Android 14 | Phone
                    """)
    void readsBrowserSystemAndDevice(String userAgent, String browser, String os, String device) {
        assertThat(read(userAgent, false)).isEqualTo(ClientTraits.of(browser, os, device));
    }

    @Test
    void knowsAnIpadByItsScreen() {
        String mac =
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15"
                        + " (KHTML, like Gecko) Version/18.2 Safari/605.1.15";
        String windows = mac.replace("Macintosh; Intel Mac OS X 10_15_7", "Windows NT 10.0");

        assertThat(read(mac, true)).isEqualTo(ClientTraits.of("Safari 18", "iPadOS", "iPad"));
        assertThat(read(windows, true).device()).isEqualTo(VisitorTrait.of("Desktop"));
    }

    @Test
    void takesRobotsForRobots() {
        String robot = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";

        assertThat(read(robot, false).device()).isEqualTo(VisitorTrait.of("Robot"));
    }

    @Test
    void knowsNothingOfWhatItDoesNotKnow() {
        assertThat(read("nonsense", false)).isEqualTo(ClientTraits.UNKNOWN);
    }

    @Test
    void readsTheSameOnceInAWhile() {
        var read = new AtomicInteger();
        var now = new AtomicLong();
        var parser = new Parser();
        var counting =
                new UserAgents(
                        text -> {
                            read.incrementAndGet();
                            return parser.parse(text);
                        },
                        Lifetimes.standard().visit(),
                        now::get);
        var firefox =
                UserAgentText.of("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko Firefox/128.0");

        ClientTraits first = counting.read(firefox, false);
        assertThat(counting.read(firefox, false)).isEqualTo(first);
        assertThat(read).hasValue(1);

        counting.read(firefox, true);
        counting.read(UserAgentText.of("another"), false);
        assertThat(read).hasValue(3);

        var robot = UserAgentText.of("Mozilla/5.0 (compatible; Googlebot/2.1)");
        counting.read(robot, false);
        counting.read(robot, false);
        assertThat(read).as("robots are not remembered").hasValue(5);

        now.addAndGet(Duration.ofMinutes(2).toNanos());
        assertThat(counting.read(firefox, false)).isEqualTo(first);
        assertThat(read).hasValue(6);
    }

    private ClientTraits read(String userAgent, boolean touched) {
        return userAgents.read(UserAgentText.of(userAgent), touched);
    }
}
