package org.lethe.acceptance.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * The one address that clients know. A {@code Gateway} is immutable; {@link #with} adds a header
 * that every request and socket of the copy carries, such as {@code Origin} or {@code User-Agent}.
 */
public final class Gateway {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final List<Witness> WITNESSES =
            ServiceLoader.load(Witness.class).stream().map(ServiceLoader.Provider::get).toList();

    private final URI base;
    private final HttpClient http;
    private final List<String> headers;

    public Gateway(URI base, Trust trust) {
        this(base, trust.client().build(), List.of());
    }

    private Gateway(URI base, HttpClient http, List<String> headers) {
        this.base = base;
        this.http = http;
        this.headers = headers;
    }

    public Gateway with(String name, String value) {
        List<String> extended = new ArrayList<>(headers);
        extended.add(name);
        extended.add(value);
        return new Gateway(base, http, List.copyOf(extended));
    }

    /** The same headers, sent to another address. */
    public Gateway at(URI other, Trust trust) {
        return new Gateway(other, trust.client().build(), headers);
    }

    public URI base() {
        return base;
    }

    public Answer get(String path, @Nullable String token) {
        return send("GET", path, token, BodyPublishers.noBody());
    }

    public Answer post(String path, @Nullable String token, JsonNode body) {
        return with("Content-Type", "application/json")
                .send("POST", path, token, BodyPublishers.ofString(body.toString()));
    }

    public Answer put(String path, @Nullable String token, JsonNode body) {
        return with("Content-Type", "application/json")
                .send("PUT", path, token, BodyPublishers.ofString(body.toString()));
    }

    public Answer send(String method, String path, @Nullable String token, BodyPublisher body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT).method(method, body);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        try {
            var response = http.send(request.build(), BodyHandlers.ofByteArray());
            var answer = new Answer(response.statusCode(), response.headers(), response.body());
            WITNESSES.forEach(witness -> witness.saw(method, response.uri().getRawPath(), answer));
            return answer;
        } catch (IOException e) {
            throw new UnexpectedAnswer("no answer to " + method, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnexpectedAnswer("interrupted", e);
        }
    }

    /** Opens a socket; the first frame is the caller's. */
    public FrameSocket socket(String path) {
        URI address = URI.create(base.toString().replaceFirst("^http", "ws")).resolve(path);
        return FrameSocket.open(http, address, headers);
    }
}
