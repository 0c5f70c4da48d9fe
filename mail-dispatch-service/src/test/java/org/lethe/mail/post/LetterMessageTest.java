package org.lethe.mail.post;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.personal.EmailAddress;

/** How a mail looks on the wire. */
class LetterMessageTest {

    @ParameterizedTest
    @CsvSource({
        "\u0417\u0434\u0440\u0430\u0432\u0441\u0442\u0432\u0443\u0439\u0442\u0435, base64",
        "Gr\u00FC\u00DFe, quoted-printable",
        "Hello, 7bit"
    })
    void linesEndAsInAllMailWhateverTheEncoding(String word, String encoding)
            throws MessagingException, IOException {
        BodyPart part = sent(word + "\nsecond line\n").getBodyPart(0);

        assertThat(((MimeBodyPart) part).getEncoding()).isEqualTo(encoding);
        assertThat(new String(part.getInputStream().readAllBytes(), UTF_8))
                .isEqualTo(word + "\r\nsecond line\r\n");
    }

    private static MimeMultipart sent(String text) throws MessagingException, IOException {
        var session = Session.getInstance(new Properties());
        var mail =
                new OutgoingMail(
                        LetterId.mint("e0e0", new SecureRandom()),
                        EmailAddress.of("desk@acme.example"),
                        Optional.empty(),
                        "Subject",
                        text,
                        "<p>Text</p>");
        var wire = new ByteArrayOutputStream();
        LetterMessage.of(session, mail, new InternetAddress("chat@lethe.example"), "lethe.example")
                .writeTo(wire);
        var read = new MimeMessage(session, new ByteArrayInputStream(wire.toByteArray()));
        return (MimeMultipart) read.getContent();
    }
}
