package org.lethe.mail.post;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/**
 * Reads a failure of the mail client.
 *
 * <p>Its messages quote addresses and the server's words, so they are looked at here and go no
 * further: neither into a log nor into another exception.
 */
final class SmtpAnswers {

    private static final int PERMANENT = 500;
    private static final int TEMPORARY = 400;

    /** Sign in first, or by other means, or over TLS (RFC 3207, RFC 4954). */
    private static final Set<Integer> OURS = Set.of(530, 534, 535, 538);

    private SmtpAnswers() {}

    /** Why there is no connection. */
    static PostponeReason whyClosed(MessagingException failure) {
        if (failure instanceof AuthenticationFailedException) {
            return PostponeReason.CLIENT_REFUSED;
        }
        String message = failure.getMessage() == null ? "" : failure.getMessage();
        if (message.startsWith("STARTTLS is required")) {
            return PostponeReason.TLS_MISSING;
        }
        // The greeting of a server that does not want us, or not now.
        if (message.contains(", response: 5")) {
            return PostponeReason.CLIENT_REFUSED;
        }
        return message.contains(", response: 4") ? PostponeReason.DEFERRED : broken(failure);
    }

    /**
     * What the server said of a mail that was handed in.
     *
     * @param whole whether it had all of it, and so may have taken it without a word
     */
    static Delivery read(MessagingException failure, boolean whole) {
        OptionalInt code = replyCode(failure);
        if (code.isEmpty()) {
            return whole ? new Delivery.Unanswered() : new Delivery.Postponed(broken(failure));
        }
        if (code.getAsInt() < PERMANENT) {
            return new Delivery.Postponed(PostponeReason.DEFERRED);
        }
        // We are refused, not the mail, which can be mended.
        return isAboutUs(failure, code.getAsInt())
                ? new Delivery.Postponed(PostponeReason.CLIENT_REFUSED)
                : new Delivery.Refused(code.getAsInt());
    }

    /** What comes before the recipient is about the sender, and sign-in and TLS are at any time. */
    private static boolean isAboutUs(MessagingException failure, int code) {
        return OURS.contains(code)
                || find(failure, SMTPSendFailedException.class)
                        .map(SMTPSendFailedException::getCommand)
                        .filter(command -> command.startsWith("MAIL"))
                        .isPresent();
    }

    /** The answer to the recipient, or to the mail as a whole. */
    private static OptionalInt replyCode(MessagingException failure) {
        Stream<Integer> recipient =
                find(failure, SMTPAddressFailedException.class).stream()
                        .map(SMTPAddressFailedException::getReturnCode);
        Stream<Integer> mail =
                find(failure, SMTPSendFailedException.class).stream()
                        .map(SMTPSendFailedException::getReturnCode);
        return Stream.concat(recipient, mail)
                .filter(code -> code >= TEMPORARY)
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    private static PostponeReason broken(MessagingException failure) {
        if (find(failure, SSLException.class).isPresent()) {
            return PostponeReason.TLS_FAILED;
        }
        return find(failure, SocketTimeoutException.class).isPresent()
                ? PostponeReason.SILENT
                : PostponeReason.UNREACHABLE;
    }

    /** Looks through causes and through Jakarta Mail's own chain, which are not the same. */
    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        Throwable each = failure;
        for (int depth = 0; each != null && depth < 10; depth++) {
            if (type.isInstance(each)) {
                return Optional.of(type.cast(each));
            }
            Throwable next =
                    each instanceof MessagingException mail ? mail.getNextException() : null;
            each = next == null ? each.getCause() : next;
        }
        return Optional.empty();
    }
}
