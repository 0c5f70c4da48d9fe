package org.lethe.mail.post;

import static java.util.Objects.requireNonNullElse;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.runtime.Mailers;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One place to send from: mailers of its own, which keep their connection for the next letter, and
 * the line that watches it. Sends one mail at a time.
 */
final class Mailroom {

    /** Between two looks whether the server is still there. */
    private static final long LOOK_MILLIS = 250;

    private final Line line = new Line();
    private final Mailers mailers;
    private final Executor thread;
    private final Duration silence;
    private boolean inClear;

    Mailroom(MailServer server, Duration silence) {
        this.mailers = server.mailers(line);
        this.thread = server.thread();
        this.silence = silence;
    }

    boolean isConnected() {
        return line.stands();
    }

    /** Whether the connection is one without TLS. */
    boolean standsInClear() {
        return inClear && isConnected();
    }

    /** Sends a mail by one of the mailers; what goes wrong on the way is an outcome. */
    Delivery send(String mailer, Mail mail, Patience patience) {
        line.begin();
        CompletableFuture<Void> word =
                Uni.createFrom()
                        .deferred(() -> mailers.reactiveMailerFromName(mailer).send(mail))
                        .runSubscriptionOn(thread)
                        .subscribeAsCompletionStage();
        var limits = new Limits(patience);
        try {
            while (true) {
                Duration left = limits.left();
                if (!left.isPositive() || line.isStuck()) {
                    line.cut();
                    return late(word, mailer);
                }
                try {
                    word.get(Math.min(left.toMillis() + 1, LOOK_MILLIS), TimeUnit.MILLISECONDS);
                    inClear = wayOf(mailer) == Way.CLEAR;
                    return new Delivery.Accepted(wayOf(mailer));
                } catch (TimeoutException e) {
                    // There may have been a sign meanwhile.
                }
            }
        } catch (ExecutionException e) {
            return MailerAnswers.read(requireNonNullElse(e.getCause(), e), line.isWhole());
        } catch (InterruptedException e) {
            line.cut();
            Thread.currentThread().interrupt();
            return late(word, mailer);
        }
    }

    /** In doubt in clear: a server that offered no TLS a moment ago may do so now. */
    private static Way wayOf(String mailer) {
        return mailer.equals(MailServer.AS_OFFERED) ? Way.CLEAR : Way.TLS;
    }

    /** Whether the last mail got nowhere, and the server has heard nothing of it. */
    boolean isStuck() {
        return line.isStuck() && !line.isBegun();
    }

    /** The word may have come in the last moment. */
    private Delivery late(CompletableFuture<Void> word, String mailer) {
        if (word.isDone() && !word.isCompletedExceptionally()) {
            return new Delivery.Accepted(wayOf(mailer));
        }
        return line.isWhole()
                ? new Delivery.Unanswered()
                : new Delivery.Postponed(PostponeReason.SILENT);
    }

    /** Hangs up; nothing is sent from here any more. */
    void close() {
        line.cut();
        mailers.stop();
    }

    private final class Limits {

        private final long begin = System.nanoTime();
        private final Patience patience;

        Limits(Patience patience) {
            this.patience = patience;
        }

        /** How much longer it can be waited: a server that has the whole mail may take its time. */
        Duration left() {
            Duration passed = Duration.ofNanos(System.nanoTime() - begin);
            Duration all = patience.word().minus(passed);
            return line.isWhole()
                    ? all
                    : shorter(
                            all,
                            shorter(
                                    patience.transfer().minus(passed),
                                    silence.minus(line.silence())));
        }

        private static Duration shorter(Duration one, Duration other) {
            return one.compareTo(other) < 0 ? one : other;
        }
    }
}
