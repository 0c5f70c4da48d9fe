package org.lethe.mail.post;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.mailer.runtime.MailerSupport;
import io.quarkus.mailer.runtime.Mailers;
import io.quarkus.runtime.LaunchMode;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What Quarkus' mailer does not do by itself, and why its connections are watched by a {@link
 * Line}. Where one of these fails after an upgrade, something here has become needless.
 */
@Timeout(60)
class QuarkusMailerTest {

    private static final Duration BRIEFLY = Duration.ofMillis(500);

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void sendsWhatWasGivenUpOnAsSoonAsTheServerAnswers() throws IOException {
        try (var server = ScriptedMailServer.thoughtfulAt("RCPT")) {
            assertThat(failure(server, BRIEFLY)).isInstanceOf(TimeoutException.class);

            server.goOn();

            await().until(server::hasTheMail);
        }
    }

    @Test
    void tellsABreakBeforeTheServerHadTheMailLikeOneAfter() throws IOException {
        Throwable before = failure("MAIL", ScriptedMailServer.HANGS_UP);
        Throwable after = failure(".", ScriptedMailServer.HANGS_UP);

        assertThat(before).hasSameClassAs(after).hasMessage(after.getMessage());
    }

    @Test
    void waitsForASilentServerWithoutEnd() throws IOException {
        try (var server = ScriptedMailServer.answering("GREETING", ScriptedMailServer.SILENCE)) {
            assertThat(failure(server, BRIEFLY.multipliedBy(4)))
                    .isInstanceOf(TimeoutException.class);
        }
    }

    private Throwable failure(String step, String answer) throws IOException {
        try (var server = ScriptedMailServer.answering(step, answer)) {
            return failure(server, Duration.ofMinutes(1));
        }
    }

    private Throwable failure(ScriptedMailServer server, Duration time) {
        try {
            mailer(server)
                    .send(Mail.withText("desk@acme.example", "Subject", "Text"))
                    .ifNoItem()
                    .after(time)
                    .fail()
                    .await()
                    .indefinitely();
            throw new AssertionError("sent");
        } catch (CompletionException e) {
            return requireNonNull(e.getCause());
        } catch (TimeoutException e) {
            return e;
        }
    }

    private ReactiveMailer mailer(ScriptedMailServer server) {
        return new Mailers(
                        vertx,
                        new io.vertx.mutiny.core.Vertx(vertx),
                        LocalMailer.config(server.port()),
                        LaunchMode.NORMAL,
                        new MailerSupport(true, Set.of()),
                        new NoCertificates(),
                        null)
                .reactiveMailerFromName(Mailers.DEFAULT_MAILER_NAME);
    }
}
