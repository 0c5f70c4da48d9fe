package org.lethe.mail.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.mail.post.Delivery.Postponed;
import org.lethe.mail.post.PostOffice.Opening;

/** What becomes of a mail at a server that is silent, slow, or does not want us. */
@Timeout(60)
class SmtpPostOfficeTest {

    private static final Duration SILENCE = Duration.ofMillis(500);
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void aServerWithoutAGreetingIsSilent() throws IOException {
        try (var server = ScriptedMailServer.answering("GREETING", ScriptedMailServer.SILENCE)) {
            assertThat(office(server).open(Protection.WHEN_OFFERED))
                    .isEqualTo(new Opening.Closed(PostponeReason.SILENT));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIL", "RCPT", "DATA"})
    void aServerThatFallsSilentBeforeItHasTheMailIsSilent(String step) throws IOException {
        try (var server = ScriptedMailServer.answering(step, ScriptedMailServer.SILENCE)) {
            assertThat(handIn(server, LONG)).isEqualTo(new Postponed(PostponeReason.SILENT));
        }
    }

    @Test
    void aServerThatHasTheMailIsWaitedForUntilTheTimeIsOver() throws IOException {
        try (var server = ScriptedMailServer.answering(".", ScriptedMailServer.SILENCE)) {
            assertThat(handIn(server, SILENCE.multipliedBy(3)))
                    .isEqualTo(new Postponed(PostponeReason.SILENT));
            assertThat(server.hasTheMail()).isTrue();
        }
    }

    @Test
    void aServerThatHasTheMailMayBeSilentForLongerThanBefore() throws IOException {
        try (var server = ScriptedMailServer.thoughtful()) {
            var delivery = CompletableFuture.supplyAsync(() -> handIn(server, LONG));
            await().until(server::hasTheMail);
            await().during(SILENCE.multipliedBy(3)).until(() -> !delivery.isDone());

            server.goOn();

            assertThat(delivery.join()).isEqualTo(new Delivery.Accepted());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {530, 550, 554})
    void aServerThatDoesNotWantUsRefusesNoLetter(int code) throws IOException {
        try (var server = ScriptedMailServer.answering("MAIL", code + " not you")) {
            assertThat(handIn(server, LONG))
                    .isEqualTo(new Postponed(PostponeReason.CLIENT_REFUSED));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RCPT", "."})
    void aServerThatDoesNotWantTheMailRefusesIt(String step) throws IOException {
        try (var server = ScriptedMailServer.answering(step, "550 not this")) {
            assertThat(handIn(server, LONG)).isEqualTo(new Delivery.Refused(550));
        }
    }

    private static Delivery handIn(ScriptedMailServer server, Duration time) {
        return switch (office(server).open(Protection.WHEN_OFFERED)) {
            case Opening.Open(var counter) -> {
                try (counter) {
                    yield counter.handIn(mail(), time);
                }
            }
            case Opening.Closed(var reason) -> throw new AssertionError(reason);
        };
    }

    private static PostOffice office(ScriptedMailServer server) {
        return new SmtpPostOffice(LocalPost.at(server.port(), SILENCE), new NoCertificates());
    }

    private static OutgoingMail mail() {
        return new OutgoingMail(
                LetterId.mint("e0e0", new SecureRandom()),
                EmailAddress.of("desk@acme.example"),
                Optional.empty(),
                "Subject",
                "Text",
                "<p>Text</p>");
    }

    private static final class NoCertificates implements TlsConfigurationRegistry {

        @Override
        public Optional<TlsConfiguration> get(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<TlsConfiguration> getDefault() {
            return Optional.empty();
        }

        @Override
        public void register(String name, TlsConfiguration configuration) {
            throw new UnsupportedOperationException();
        }
    }
}
