package org.lethe.stack.inbox;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** The inbox as another process sees it, by its HTTP interface. */
public final class InboxClient {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final ObjectMapper JSON =
            new ObjectMapper().registerModule(new JavaTimeModule());
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI address;

    public InboxClient(URI address) {
        this.address = address;
    }

    /** All mails that have arrived, the oldest first. */
    public List<ReceivedMail> mails() {
        try {
            return JSON.readValue(send("GET", "/api/mails"), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Mails that hold the text in their decoded text part. */
    public List<ReceivedMail> mailsWith(String text) {
        return mails().stream().filter(mail -> mail.text().contains(text)).toList();
    }

    public void clear() {
        send("DELETE", "/api/mails");
    }

    /** Takes the mail server away. */
    public void stopListening() {
        send("POST", "/api/stop");
    }

    /** Brings the mail server back. */
    public void startListening() {
        send("POST", "/api/start");
    }

    private String send(String method, String path) {
        var request =
                HttpRequest.newBuilder(address.resolve(path))
                        .timeout(LIMIT)
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build();
        try {
            var answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException("the inbox answered " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
