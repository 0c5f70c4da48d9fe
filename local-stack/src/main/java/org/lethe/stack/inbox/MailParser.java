package org.lethe.stack.inbox;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;

/** Takes a mail apart for reading. */
final class MailParser {

    private MailParser() {}

    /** The readable parts; a mail that is not well formed shows its raw form only. */
    record Parts(String subject, String text, String html) {}

    static Parts parse(byte[] raw) {
        try {
            var message =
                    new MimeMessage(
                            Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
            return new Parts(
                    Optional.ofNullable(message.getSubject()).orElse(""),
                    find(message, "text/plain").orElse(""),
                    find(message, "text/html").orElse(""));
        } catch (MessagingException | IOException e) {
            return new Parts("(not well formed)", new String(raw, StandardCharsets.UTF_8), "");
        }
    }

    private static Optional<String> find(Part part, String type)
            throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return Optional.of(part.getContent().toString());
        }
        if (part.isMimeType("multipart/*")) {
            var parts = (Multipart) part.getContent();
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                Optional<String> found = find(inner, type);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
