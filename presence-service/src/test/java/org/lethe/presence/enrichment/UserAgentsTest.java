package org.lethe.presence.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lethe.contracts.personal.UserAgentText;
import org.lethe.contracts.personal.VisitorTrait;
import org.lethe.contracts.visit.ClientTraits;

class UserAgentsTest {

    private final UserAgents userAgents = new UserAgents();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 | Chrome 126 | Windows 10 | Desktop
                    Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:128.0) Gecko/20100101 Firefox/128.0 | Firefox 128 | Mac OS X 10 | Desktop
                    Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 | Chrome 126 | Linux | Desktop
                    Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1 | Mobile Safari 17 | iOS 17 | Phone
                    Mozilla/5.0 (iPad; CPU OS 16_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.5 Mobile/15E148 Safari/604.1 | Mobile Safari 16 | iOS 16 | Tablet
                    Mozilla/5.0 (Linux; Android 14; SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36 | Chrome Mobile 126 | Android 14 | Phone
                    """)
    void readsBrowserSystemAndDevice(String userAgent, String browser, String os, String device) {
        assertThat(userAgents.read(UserAgentText.of(userAgent)))
                .isEqualTo(ClientTraits.of(browser, os, device));
    }

    @Test
    void takesRobotsForRobots() {
        UserAgentText robot =
                UserAgentText.of(
                        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)");

        assertThat(userAgents.read(robot).device()).isEqualTo(VisitorTrait.of("Robot"));
    }

    @Test
    void knowsNothingOfWhatItDoesNotKnow() {
        assertThat(userAgents.read(UserAgentText.of("nonsense"))).isEqualTo(ClientTraits.UNKNOWN);
    }
}
