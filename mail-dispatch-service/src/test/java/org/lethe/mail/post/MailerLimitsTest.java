package org.lethe.mail.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailerLimitsTest {

    @Test
    void acceptsWhatIsShipped() {
        var server = MailerLimits.checked(LocalMailer.config(2525));

        assertThat(MailerLimits.domain(server)).isEqualTo("lethe.example");
        assertThat(server.tls()).contains(false);
    }

    @ParameterizedTest
    @CsvSource({
        "mock, true",
        "approved-recipients, .*@acme.example",
        "log-rejected-recipients, true",
        "log-invalid-recipients, true",
        "allow-rcpt-errors, true",
        "start-tls, DISABLED",
        "required.start-tls, OPTIONAL",
        "password, secret",
        "from, nobody"
    })
    void refusesWhatLogsLettersOrTakesThemForSent(String setting, String value) {
        var config = LocalMailer.config(2525, Map.of("quarkus.mailer." + setting, value));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> MailerLimits.checked(config))
                .withMessage("not a valid setting: quarkus.mailer." + setting);
    }
}
