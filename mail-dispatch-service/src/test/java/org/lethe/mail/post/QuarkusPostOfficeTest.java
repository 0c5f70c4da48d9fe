package org.lethe.mail.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.mail.post.Delivery.Postponed;

/** What becomes of a mail at a server that is silent, slow, or does not want us. */
@Timeout(60)
class QuarkusPostOfficeTest extends PostOfficeContract {

    private static final Duration SILENCE = Duration.ofSeconds(1);

    private final Vertx vertx = Vertx.vertx();
    private final FakeTlsMemory tls = new FakeTlsMemory();
    private final List<ScriptedMailServer> servers = new ArrayList<>();

    /** What is loaded at the first mail takes longer than the silences here. */
    @BeforeAll
    static void sendOne() throws IOException {
        var once = new QuarkusPostOfficeTest();
        assertThat(handIn(once.answering(250), PATIENT))
                .isEqualTo(new Delivery.Accepted(Way.CLEAR));
        once.stop();
    }

    @AfterEach
    void stop() throws IOException {
        vertx.close().toCompletionStage().toCompletableFuture().join();
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
            assertThat(handIn(hastyOffice(server), PATIENT))
                    .isEqualTo(new Postponed(PostponeReason.SILENT));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIL", "RCPT", "DATA"})
    void aServerThatFallsSilentBeforeItHasTheMailIsSilent(String step) throws IOException {
        try (var server = ScriptedMailServer.answering(step, ScriptedMailServer.SILENCE)) {
            assertThat(handIn(hastyOffice(server), PATIENT))
                    .isEqualTo(new Postponed(PostponeReason.SILENT));
        }
    }

    @Test
    void aServerThatHasTheMailIsWaitedForUntilTheTimeIsOver() throws IOException {
        try (var server = ScriptedMailServer.answering(".", ScriptedMailServer.SILENCE)) {
            assertThat(handIn(hastyOffice(server), patience(SILENCE.multipliedBy(3))))
                    .isEqualTo(new Delivery.Unanswered());
            assertThat(server.hasTheMail()).isTrue();
        }
    }

    @Test
    void aServerThatHangsUpOnceItHasTheMailPerhapsTookIt() throws IOException {
        try (var server = ScriptedMailServer.answering(".", ScriptedMailServer.HANGS_UP)) {
            assertThat(handIn(office(server), PATIENT)).isEqualTo(new Delivery.Unanswered());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIL", "RCPT", "DATA"})
    void aServerThatHangsUpBeforeItHasTheMailHasNot(String step) throws IOException {
        try (var server = ScriptedMailServer.answering(step, ScriptedMailServer.HANGS_UP)) {
            assertThat(handIn(office(server), PATIENT))
                    .isEqualTo(new Postponed(PostponeReason.UNREACHABLE));
        }
    }

    @Test
    void aServerThatHasTheMailMayBeSilentForLongerThanBefore() throws IOException {
        try (var server = ScriptedMailServer.thoughtfulAt(".")) {
            var delivery =
                    CompletableFuture.supplyAsync(() -> handIn(hastyOffice(server), PATIENT));
            await().until(server::hasTheMail);
            await().during(SILENCE.multipliedBy(3)).until(() -> !delivery.isDone());

            server.goOn();

            assertThat(delivery.join()).isEqualTo(new Delivery.Accepted(Way.CLEAR));
        }
    }

    @Test
    void aServerThatOfferedTlsWithinTheLastDayIsNotSentToInClear() throws IOException {
        tls.noteOffer();

        assertThat(handIn(answering(250), PATIENT))
                .isEqualTo(new Postponed(PostponeReason.TLS_WITHDRAWN));
    }

    @Test
    void whatWasGivenUpOnIsNotSentWhenTheServerAnswersAfterAll() throws IOException {
        try (var server = ScriptedMailServer.thoughtfulAt("RCPT")) {
            assertThat(handIn(hastyOffice(server), PATIENT))
                    .isEqualTo(new Postponed(PostponeReason.SILENT));

            server.goOn();

            await().during(SILENCE).until(() -> !server.hasTheMail());
        }
    }

    @Test
    void aServerThatTakesTheMailByAndByIsGivenUpOnAtTheFirstAttempt() throws IOException {
        try (var server = ScriptedMailServer.thoughtfulAt("RCPT")) {
            Duration word = Duration.ofMinutes(1);

            assertThat(handIn(office(server), new Patience(SILENCE.dividedBy(2), word)))
                    .isEqualTo(new Postponed(PostponeReason.SILENT));
        }
    }

    @Test
    void theNextMailGoesOverTheConnectionThatStands() throws IOException {
        try (var server = ScriptedMailServer.answering(Map.of())) {
            PostOffice office = office(server);

            assertThat(handIn(office, PATIENT)).isEqualTo(new Delivery.Accepted(Way.CLEAR));
            assertThat(handIn(office, PATIENT)).isEqualTo(new Delivery.Accepted(Way.CLEAR));

            assertThat(server.mails()).isEqualTo(2);
            assertThat(server.connectionsWithMails()).isEqualTo(1);
        }
    }

    @Test
    void aConnectionThatTheServerEndedMeanwhileIsReplaced() throws IOException {
        try (var server = ScriptedMailServer.answering("RSET", ScriptedMailServer.HANGS_UP)) {
            PostOffice office = office(server);

            assertThat(handIn(office, PATIENT)).isEqualTo(new Delivery.Accepted(Way.CLEAR));
            assertThat(handIn(office, PATIENT)).isEqualTo(new Delivery.Accepted(Way.CLEAR));

            assertThat(server.connectionsWithMails()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {530, 550, 554})
    void aServerThatDoesNotWantUsRefusesNoLetter(int code) throws IOException {
        try (var server = ScriptedMailServer.answering("MAIL", code + " not you")) {
            assertThat(handIn(office(server), PATIENT))
                    .isEqualTo(new Postponed(PostponeReason.CLIENT_REFUSED));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RCPT", "."})
    void aServerThatDoesNotWantTheMailRefusesIt(String step) throws IOException {
        try (var server = ScriptedMailServer.answering(step, "550 not this")) {
            assertThat(handIn(office(server), PATIENT)).isEqualTo(new Delivery.Refused(550));
        }
    }

    private PostOffice office(ScriptedMailServer server) {
        return office(server, LocalPost.of(Duration.ofSeconds(30)));
    }

    private PostOffice hastyOffice(ScriptedMailServer server) {
        return office(server, LocalPost.of(SILENCE));
    }

    private PostOffice office(ScriptedMailServer server, PostSettings settings) {
        var mailServer =
                new MailServer(
                        vertx, LocalMailer.config(server.port()), new NoCertificates(), settings);
        return new QuarkusPostOffice(mailServer, settings, tls);
    }

    private static Patience patience(Duration time) {
        return new Patience(time, time);
    }
}
