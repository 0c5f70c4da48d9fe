package org.lethe.stack.inbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lethe.stack.process.Http;

/**
 * The inbox as another process sees it, by its HTTP interface. Each mail is fetched once, however
 * often it is asked for: a look that takes all apart costs seconds when one of them is long.
 */
public final class InboxClient {

    private static final ObjectMapper JSON =
            new ObjectMapper().registerModule(new JavaTimeModule());

    private final URI address;
    private final Map<Long, ReceivedMail> fetched = new ConcurrentHashMap<>();

    public InboxClient(URI address) {
        this.address = address;
    }

    /** All mails that have arrived, the oldest first. */
    public List<ReceivedMail> mails() {
        List<MailSummary> all = list();
        fetched.keySet().retainAll(all.stream().map(MailSummary::id).collect(Collectors.toSet()));
        return fetch(all);
    }

    /** What the list shows of the mails to somebody, the newest first: no mail is taken apart. */
    public List<MailSummary> listTo(String recipient) {
        return list().stream().filter(mail -> mail.to().contains(recipient)).toList();
    }

    /** The mails to somebody, the oldest first: no other is taken apart, which may be long. */
    public List<ReceivedMail> mailsTo(String recipient) {
        return fetch(listTo(recipient));
    }

    /** Of those that the inbox has let go of meanwhile nothing. */
    private List<ReceivedMail> fetch(List<MailSummary> newestFirst) {
        return newestFirst.reversed().stream()
                .flatMap(summary -> mail(summary.id()).stream())
                .toList();
    }

    private List<MailSummary> list() {
        List<MailSummary> all = new ArrayList<>();
        MailPage page = page("");
        while (!page.mails().isEmpty()) {
            all.addAll(page.mails());
            page = page("?before=" + all.getLast().id());
        }
        return all;
    }

    private MailPage page(String query) {
        try {
            return JSON.readValue(send("GET", "/api/mails" + query), MailPage.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One mail by its number: they are numbered from 1, as they arrive. */
    public Optional<ReceivedMail> mail(long id) {
        return Optional.ofNullable(fetched.computeIfAbsent(id, this::find));
    }

    private @Nullable ReceivedMail find(long id) {
        HttpResponse<String> answer = ask("GET", "/api/mails/" + id);
        try {
            return answer.statusCode() == 404
                    ? null
                    : JSON.readValue(succeeded(answer), ReceivedMail.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Mails that hold the text in their decoded text part. */
    public List<ReceivedMail> mailsWith(String text) {
        return mails().stream().filter(mail -> mail.text().contains(text)).toList();
    }

    public void clear() {
        fetched.clear();
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
        return succeeded(ask(method, path));
    }

    private HttpResponse<String> ask(String method, String path) {
        var request =
                HttpRequest.newBuilder(address.resolve(path))
                        .method(method, HttpRequest.BodyPublishers.noBody());
        return Http.send("inbox", Http.PLAIN, request);
    }

    private static String succeeded(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException("the inbox answered " + answer.statusCode());
        }
        return answer.body();
    }
}
