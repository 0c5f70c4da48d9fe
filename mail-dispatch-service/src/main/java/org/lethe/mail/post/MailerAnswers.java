package org.lethe.mail.post;

import static java.util.Objects.requireNonNullElse;

import io.vertx.ext.mail.SMTPException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;

/**
 * Reads a failure of the mailer.
 *
 * <p>Its messages quote addresses and the server's words, so they are looked at here and go no
 * further: neither into a log nor into another exception.
 */
final class MailerAnswers {

    /** Sign in first, or by other means, or over TLS (RFC 3207, RFC 4954). */
    private static final Set<Integer> ABOUT_US = Set.of(530, 534, 535, 538);

    /** How the client names the steps that are about the mail, and not about who sends. */
    private static final List<String> ABOUT_THE_MAIL =
            List.of(
                    "recipient address not accepted",
                    "DATA command not accepted",
                    "sending data failed");

    private static final int TOO_LARGE = 552;

    private MailerAnswers() {}

    /**
     * What became of a mail.
     *
     * @param whole whether the server had all of it, and so may have taken it without a word
     */
    static Delivery read(Throwable failure, boolean whole) {
        Optional<SMTPException> answer = find(failure, SMTPException.class);
        if (answer.isPresent()) {
            return read(answer.get());
        }
        if (whole) {
            return new Delivery.Unanswered();
        }
        String message = message(failure);
        if (message.startsWith("message exceeds allowed size")) {
            return new Delivery.Refused(TOO_LARGE);
        }
        return new Delivery.Postponed(broken(failure, message));
    }

    private static Delivery read(SMTPException answer) {
        if (!answer.isPermanent()) {
            return new Delivery.Postponed(PostponeReason.DEFERRED);
        }
        boolean isAboutTheMail = ABOUT_THE_MAIL.stream().anyMatch(message(answer)::startsWith);
        return isAboutTheMail && !ABOUT_US.contains(answer.getReplyCode())
                ? new Delivery.Refused(answer.getReplyCode())
                // We are refused, not the mail, which can be mended.
                : new Delivery.Postponed(PostponeReason.CLIENT_REFUSED);
    }

    private static PostponeReason broken(Throwable failure, String message) {
        if (message.startsWith("STARTTLS required")) {
            return PostponeReason.TLS_MISSING;
        }
        if (message.startsWith("login is required")) {
            return PostponeReason.CLIENT_REFUSED;
        }
        return find(failure, SSLException.class).isPresent()
                ? PostponeReason.TLS_FAILED
                : PostponeReason.UNREACHABLE;
    }

    private static String message(Throwable failure) {
        return requireNonNullElse(failure.getMessage(), "");
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        Throwable each = failure;
        for (int depth = 0; each != null && depth < 10; depth++) {
            if (type.isInstance(each)) {
                return Optional.of(type.cast(each));
            }
            each = each.getCause();
        }
        return Optional.empty();
    }
}
