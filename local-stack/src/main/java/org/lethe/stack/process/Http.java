package org.lethe.stack.process;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** What the launcher asks of its parts over HTTP. */
public final class Http {
    private static final Duration PROBE_LIMIT = Duration.ofSeconds(3);
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** For parts on this machine that don't speak TLS. */
    public static final HttpClient PLAIN =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PROBE_LIMIT)
                    .build();

    private Http() {}

    /** Whether a GET is answered with 200 soon. */
    public static boolean succeeds(URI address) {
        return answers(address, 200);
    }

    /** Whether a GET is answered with this status soon. */
    public static boolean answers(URI address, int status) {
        try {
            var request = HttpRequest.newBuilder(address).timeout(PROBE_LIMIT);
            return send(PLAIN, request.build()).statusCode() == status;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * The answer of a part.
     *
     * @throws PartFailure when there is none
     */
    public static HttpResponse<String> send(
            String part, HttpClient client, HttpRequest.Builder request) {
        try {
            return send(client, request.timeout(LIMIT).build());
        } catch (IOException e) {
            throw new PartFailure(part, "does not answer", e);
        }
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest request)
            throws IOException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailure("launcher", "interrupted", e);
        }
    }

    /** Fields as a form or a query has them. */
    public static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field ->
                        field.getKey()
                                + "="
                                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
