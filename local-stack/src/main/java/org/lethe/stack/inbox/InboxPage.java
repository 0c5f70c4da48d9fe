package org.lethe.stack.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lethe.stack.process.LauncherThreads;
import org.lethe.stack.process.PartFailure;
import org.lethe.stack.process.Resource;

/**
 * The HTTP side of the inbox.
 *
 * <p>{@code GET /} the page, {@code GET /api/mails} the newest mails and with {@code ?before=<id>}
 * those before one, without their contents, {@code GET /api/mails/<id>} one as a whole; {@code
 * DELETE /api/mails}, {@code GET /mails/<id>/html} for a sandboxed frame; {@code POST /api/stop}
 * and {@code POST /api/start} take the mail server away and bring it back, {@code GET
 * /api/listening} tells.
 */
final class InboxPage {

    private static final Pattern MAIL =
            Pattern.compile("/api/mails/(?<id>\\d{1,9})|/mails/(?<html>\\d{1,9})/html");
    private static final Pattern BEFORE = Pattern.compile("before=(\\d{1,9})");
    private static final int PAGE = 50;
    private static final String JSON = "application/json";
    private static final String HTML = "text/html; charset=utf-8";
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
                    + " frame-src 'self'; frame-ancestors 'none'";

    /** A mail is somebody else's HTML: it may neither run scripts nor fetch anything. */
    private static final String MAIL_POLICY =
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:;"
                    + " frame-ancestors 'self'";

    private final ObjectMapper mapper =
            new ObjectMapper()
                    .registerModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    private final MailBox box;
    private final MailListener listener;
    private final int port;
    private final ExecutorService threads = LauncherThreads.forEachTask();
    private @Nullable HttpServer server;

    InboxPage(MailBox box, MailListener listener, int port) {
        this.box = box;
        this.listener = listener;
        this.port = port;
    }

    void start() {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            HttpServer started = HttpServer.create(address, 0);
            started.setExecutor(threads);
            started.createContext("/", this::handle);
            started.start();
            server = started;
        } catch (IOException e) {
            throw new PartFailure("inbox", "its page can't be served", e);
        }
    }

    void stop() {
        if (server != null) {
            server.stop(0);
        }
        threads.shutdownNow();
    }

    /** What is sent back. */
    private record Answer(int status, String type, byte[] body, String policy) {

        static Answer json(byte[] body) {
            return new Answer(200, JSON, body, POLICY);
        }

        static Answer empty(int status) {
            return new Answer(status, "text/plain", new byte[0], POLICY);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(exchange);
            var headers = exchange.getResponseHeaders();
            headers.set("Content-Type", answer.type);
            headers.set("Content-Security-Policy", answer.policy);
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("Referrer-Policy", "no-referrer");
            headers.set("Cache-Control", "no-store");
            int length = answer.body.length;
            exchange.sendResponseHeaders(answer.status, length == 0 ? -1 : length);
            exchange.getResponseBody().write(answer.body);
        }
    }

    private MailPage list(@Nullable String query) {
        Matcher before = BEFORE.matcher(query == null ? "" : query);
        return box.page(before.matches() ? Long.parseLong(before.group(1)) : Long.MAX_VALUE, PAGE);
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        return switch (exchange.getRequestMethod() + " " + path) {
            case "GET /" -> resource("page.html", HTML);
            case "GET /page.js" -> resource("page.js", "text/javascript; charset=utf-8");
            case "GET /page.css" -> resource("page.css", "text/css; charset=utf-8");
            case "GET /api/mails" ->
                    Answer.json(
                            mapper.writeValueAsBytes(list(exchange.getRequestURI().getQuery())));
            case "GET /api/listening" -> Answer.json(mapper.writeValueAsBytes(listener.running()));
            case "DELETE /api/mails" -> done(box::clear);
            case "POST /api/stop" -> done(listener::stop);
            case "POST /api/start" -> done(listener::start);
            default -> exchange.getRequestMethod().equals("GET") ? mail(path) : Answer.empty(404);
        };
    }

    private Answer mail(String path) throws IOException {
        Matcher asked = MAIL.matcher(path);
        if (!asked.matches()) {
            return Answer.empty(404);
        }
        String html = asked.group("html");
        Optional<ReceivedMail> mail =
                box.find(Long.parseLong(html == null ? asked.group("id") : html));
        if (mail.isEmpty()) {
            return Answer.empty(404);
        }
        return html == null
                ? Answer.json(mapper.writeValueAsBytes(mail.get()))
                : new Answer(200, HTML, mail.get().html().getBytes(UTF_8), MAIL_POLICY);
    }

    private static Answer done(Runnable action) {
        action.run();
        return Answer.empty(204);
    }

    private static Answer resource(String name, String type) {
        return new Answer(200, type, Resource.bytes("/inbox/" + name), POLICY);
    }
}
