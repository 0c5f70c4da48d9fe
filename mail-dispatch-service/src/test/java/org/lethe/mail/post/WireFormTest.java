package org.lethe.mail.post;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.personal.EmailAddress;

/** How letters look to mail servers and to readers that take standards at their word. */
@Timeout(60)
class WireFormTest {

    private static final Pattern BARE_LINE_END = Pattern.compile("(?<!\r)\n");

    /** The text of a part that is base64. */
    private static final Pattern ENCODED =
            Pattern.compile(
                    "(?i)Content-Transfer-Encoding: base64\r\n(?:\\S.*\r\n)*\r\n([A-Za-z0-9+/=\r\n]+)");

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** RFC 2046, 4.1.1: inside of base64, too. */
    @Test
    void endsTheLinesOfEveryScriptAsMailsDo() throws IOException {
        for (String line : List.of("Hello", "Gr\u00FC\u00DFe", "\u0417\u0434\u0440\u0430")) {
            String mail = sent((line + "\n").repeat(40));

            assertThat(mail).as(line).contains("\r\n").doesNotContainPattern(BARE_LINE_END);
            assertThat(encodedIn(mail))
                    .as(line)
                    .allSatisfy(text -> assertThat(text).doesNotContainPattern(BARE_LINE_END));
        }
    }

    @Test
    void seesABareLineEndInsideOfBase64() {
        String encoded =
                Base64.getMimeEncoder().encodeToString("a\nb\n".repeat(40).getBytes(UTF_8));

        assertThat(encodedIn("Content-Transfer-Encoding: base64\r\nX: y\r\n\r\n" + encoded))
                .singleElement()
                .asString()
                .containsPattern(BARE_LINE_END);
    }

    private static List<String> encodedIn(String mail) {
        return ENCODED.matcher(mail)
                .results()
                .map((MatchResult part) -> Base64.getMimeDecoder().decode(part.group(1)))
                .map(bytes -> new String(bytes, UTF_8))
                .toList();
    }

    private String sent(String text) throws IOException {
        PostSettings settings = LocalPost.of(Duration.ofSeconds(30));
        try (var server = ScriptedMailServer.answering(".", "250 fine")) {
            var mailServer =
                    new MailServer(
                            vertx,
                            LocalMailer.config(server.port()),
                            new NoCertificates(),
                            settings);
            var office = new QuarkusPostOffice(mailServer, settings, new FakeTlsMemory());
            var patience = new Patience(Duration.ofMinutes(1), Duration.ofMinutes(1));
            switch (office.open(false)) {
                case PostOffice.Opening.Open(var counter) -> {
                    try (counter) {
                        assertThat(counter.handIn(mail(text), patience))
                                .isEqualTo(new Delivery.Accepted(Way.CLEAR));
                    }
                }
                case PostOffice.Opening.Closed(var reason) -> throw new AssertionError(reason);
            }
            return server.lastMail();
        }
    }

    private static OutgoingMail mail(String text) {
        return new OutgoingMail(
                LetterId.mint("e0e0", new SecureRandom()),
                EmailAddress.of("desk@acme.example"),
                Optional.empty(),
                "Subject",
                text,
                "<p>" + text + "</p>");
    }
}
