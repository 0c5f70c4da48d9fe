package org.lethe.mail.post;

import static java.util.Objects.requireNonNull;

import io.quarkus.mailer.runtime.MailerRuntimeConfig;
import io.quarkus.mailer.runtime.MailersRuntimeConfig;
import io.vertx.ext.mail.mailencoder.EmailAddress;

/**
 * Refuses settings of Quarkus' mailer with which letters would be written into the log, would be
 * taken for sent, or could not be sent.
 */
final class MailerLimits {

    static final int DEFAULT_PORT = 25;

    private MailerLimits() {}

    /** The mail server, checked. */
    static MailerRuntimeConfig checked(MailersRuntimeConfig config) {
        config.mailers().values().forEach(MailerLimits::check);
        require(isTlsRequired(mailer(config, MailServer.TLS_ALONE)), "required.start-tls");
        return mailer(config, MailServer.AS_OFFERED);
    }

    private static MailerRuntimeConfig mailer(MailersRuntimeConfig config, String name) {
        return requireNonNull(config.mailers().get(name), name);
    }

    static boolean isTlsRequired(MailerRuntimeConfig mailer) {
        return mailer.startTLS().equalsIgnoreCase("required");
    }

    private static void check(MailerRuntimeConfig mailer) {
        require(!mailer.mock().orElse(false), "mock");
        require(mailer.approvedRecipients().isEmpty(), "approved-recipients");
        require(!mailer.logRejectedRecipients(), "log-rejected-recipients");
        require(!mailer.logInvalidRecipients(), "log-invalid-recipients");
        require(!mailer.allowRcptErrors(), "allow-rcpt-errors");
        require(!mailer.startTLS().equalsIgnoreCase("disabled"), "start-tls");
        require(mailer.username().isPresent() == mailer.password().isPresent(), "password");
        require(!domain(mailer).isEmpty(), "from");
    }

    /** The domain of the sender's address; empty if there is none. */
    static String domain(MailerRuntimeConfig mailer) {
        try {
            String address =
                    mailer.from().map(EmailAddress::new).map(EmailAddress::getEmail).orElse("");
            return address.contains("@") ? address.substring(address.lastIndexOf('@') + 1) : "";
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static void require(boolean valid, String setting) {
        if (!valid) {
            throw new IllegalArgumentException("not a valid setting: quarkus.mailer." + setting);
        }
    }
}
