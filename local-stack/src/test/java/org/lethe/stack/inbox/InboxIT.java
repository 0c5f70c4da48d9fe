package org.lethe.stack.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lethe.stack.certificate.LocalCertificate;
import org.lethe.stack.process.Ports;

class InboxIT {

    @TempDir static Path certificates;

    private final int smtp = Ports.free();
    private final int page = Ports.free();
    private final InboxClient client = new InboxClient(URI.create("http://localhost:" + page));
    private Inbox inbox;

    @BeforeEach
    void start() {
        inbox = Inbox.start(smtp, page, certificates);
    }

    @AfterEach
    void stop() {
        inbox.close();
    }

    @Test
    void remembersThatAMailCameOverTls() throws MessagingException {
        send("to@acme.example", true);

        ReceivedMail mail = client.mails().getFirst();

        assertThat(mail.tls()).isTrue();
        assertThat(mail.from()).isEqualTo("chat@lethe.example");
        assertThat(mail.to()).containsExactly("to@acme.example");
        assertThat(mail.subject()).isEqualTo("Grüße");
        assertThat(mail.text()).isEqualTo("ein Text");
        assertThat(mail.html()).isEqualTo("<p>ein Text</p>");
        assertThat(mail.raw()).contains("Content-Type: multipart/alternative");
    }

    @Test
    void remembersThatAMailCameInClear() throws MessagingException {
        send("to@acme.example", false);

        assertThat(client.mails()).extracting(ReceivedMail::tls).containsExactly(false);
    }

    @Test
    void givesMailsByTheirNumbers() throws MessagingException {
        send("one@acme.example", true);
        send("two@acme.example", true);

        assertThat(client.mail(2))
                .hasValueSatisfying(
                        mail -> assertThat(mail.to()).containsExactly("two@acme.example"));
        assertThat(client.mail(3)).isEmpty();
    }

    @Test
    void canBeAwayForAWhile() throws MessagingException {
        client.stopListening();
        assertThatThrownBy(() -> send("away@acme.example", true))
                .isInstanceOf(MessagingException.class);

        client.startListening();
        send("back@acme.example", true);

        assertThat(client.mails())
                .extracting(ReceivedMail::to)
                .containsExactly(List.of("back@acme.example"));
        client.clear();
        assertThat(client.mails()).isEmpty();
    }

    @Test
    void listsTheNewestWithoutWhatIsInThem() throws Exception {
        send("first@acme.example", false);
        send("second@acme.example", false);

        String newest = get("/api/mails").body();
        String before = get("/api/mails?before=2").body();

        assertThat(newest).startsWith("{\"total\":2,\"mails\":[{\"id\":2,");
        assertThat(newest).contains("second@acme.example", "Grüße").doesNotContain("ein Text");
        assertThat(before).startsWith("{\"total\":2,\"mails\":[{\"id\":1,");
        assertThat(get("/api/mails/1").body()).contains("first@acme.example", "ein Text");
        assertThat(client.mails()).extracting(ReceivedMail::id).containsExactly(1L, 2L);
    }

    @Test
    void findsTheMailsToSomebodyOnAllPages() throws Exception {
        send("often@acme.example", false);
        for (int i = 0; i < 60; i++) {
            send("others@acme.example", false);
        }
        send("often@acme.example", false);

        assertThat(client.listTo("often@acme.example"))
                .extracting(MailSummary::id)
                .containsExactly(62L, 1L);
        assertThat(client.mailsTo("often@acme.example"))
                .extracting(ReceivedMail::id)
                .containsExactly(1L, 62L);
    }

    @Test
    void showsAMailsHtmlInASandboxOnly() throws Exception {
        send("to@acme.example", true);
        long id = client.mails().getFirst().id();

        HttpResponse<String> html = get("/mails/" + id + "/html");
        HttpResponse<String> shown = get("/");

        assertThat(html.body()).isEqualTo("<p>ein Text</p>");
        assertThat(html.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(
                        policy -> assertThat(policy).startsWith("sandbox; default-src 'none'"));
        assertThat(shown.body()).contains("sandbox=\"\"");
        assertThat(get("/mails/999/html").statusCode()).isEqualTo(404);
        assertThat(get("/api/mails/x").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + page + path)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private void send(String to, boolean tls) throws MessagingException {
        var settings = new Properties();
        settings.put("mail.smtp.host", "localhost");
        settings.put("mail.smtp.port", Integer.toString(smtp));
        settings.put("mail.smtp.from", "chat@lethe.example");
        settings.put("mail.smtp.starttls.enable", Boolean.toString(tls));
        settings.put("mail.smtp.starttls.required", Boolean.toString(tls));
        settings.put(
                "mail.smtp.ssl.socketFactory",
                LocalCertificate.in(certificates, "inbox").clientContext().getSocketFactory());
        var message = new MimeMessage(Session.getInstance(settings));
        message.setFrom(new InternetAddress("chat@lethe.example"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject("Grüße", "UTF-8");
        var text = new MimeBodyPart();
        text.setText("ein Text", "UTF-8");
        var html = new MimeBodyPart();
        html.setText("<p>ein Text</p>", "UTF-8", "html");
        message.setContent(new MimeMultipart("alternative", text, html));
        Transport.send(message);
    }
}
