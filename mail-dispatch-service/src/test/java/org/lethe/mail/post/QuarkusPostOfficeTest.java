package org.lethe.mail.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.mail.post.Delivery.Postponed;
import org.lethe.mail.post.PostOffice.Opening;

/** What becomes of a mail at a server that is silent, slow, or does not want us. */
@Timeout(60)
class SmtpPostOfficeTest extends PostOfficeContract {

    private static final Duration SILENCE = Duration.ofMillis(500);

    private final List<ScriptedMailServer> servers = new ArrayList<>();

    @AfterEach
    void stop() throws IOException {
        for (ScriptedMailServer server : servers) {
            server.close();
        }
    }

    @Override
    PostOffice answering(int code) throws IOException {
        var server = ScriptedMailServer.answering(".", code + " as it is");
        servers.add(server);
        return office(server);
    }

    @Override
    PostOffice unreachable() throws IOException {
        var server = ScriptedMailServer.answering(Map.of());
        server.close();
        return office(server);
    }

    @Test
    void aServerWithoutAGreetingIsSilent() throws IOException {
        try (var server = ScriptedMailServer.answering("GREETING", ScriptedMailServer.SILENCE)) {
            assertThat(office(server).open(false))
                    .isEqualTo(new Opening.Closed(PostponeReason.SILENT));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIL", "RCPT", "DATA"})
    void aServerThatFallsSilentBeforeItHasTheMailIsSilent(String step) throws IOException {
        try (var server = ScriptedMailServer.answering(step, ScriptedMailServer.SILENCE)) {
            assertThat(handIn(office(server), LONG))
                    .isEqualTo(new Postponed(PostponeReason.SILENT));
        }
    }

    @Test
    void aServerThatHasTheMailIsWaitedForUntilTheTimeIsOver() throws IOException {
        try (var server = ScriptedMailServer.answering(".", ScriptedMailServer.SILENCE)) {
            assertThat(handIn(office(server), SILENCE.multipliedBy(3)))
                    .isEqualTo(new Delivery.Unanswered());
            assertThat(server.hasTheMail()).isTrue();
        }
    }

    @Test
    void aServerThatHangsUpOnceItHasTheMailPerhapsTookIt() throws IOException {
        try (var server = ScriptedMailServer.answering(".", ScriptedMailServer.HANGS_UP)) {
            assertThat(handIn(office(server), LONG)).isEqualTo(new Delivery.Unanswered());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIL", "RCPT", "DATA"})
    void aServerThatHangsUpBeforeItHasTheMailHasNot(String step) throws IOException {
        try (var server = ScriptedMailServer.answering(step, ScriptedMailServer.HANGS_UP)) {
            assertThat(handIn(office(server), LONG))
                    .isEqualTo(new Postponed(PostponeReason.UNREACHABLE));
        }
    }

    @Test
    void aServerThatHasTheMailMayBeSilentForLongerThanBefore() throws IOException {
        try (var server = ScriptedMailServer.thoughtful()) {
            var delivery = CompletableFuture.supplyAsync(() -> handIn(office(server), LONG));
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
            assertThat(handIn(office(server), LONG))
                    .isEqualTo(new Postponed(PostponeReason.CLIENT_REFUSED));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RCPT", "."})
    void aServerThatDoesNotWantTheMailRefusesIt(String step) throws IOException {
        try (var server = ScriptedMailServer.answering(step, "550 not this")) {
            assertThat(handIn(office(server), LONG)).isEqualTo(new Delivery.Refused(550));
        }
    }

    private static PostOffice office(ScriptedMailServer server) {
        return new SmtpPostOffice(LocalPost.at(server.port(), SILENCE), new NoCertificates());
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
