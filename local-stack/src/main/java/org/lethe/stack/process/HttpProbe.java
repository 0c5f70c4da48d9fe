package org.lethe.stack.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Asks a part over HTTP whether it is ready. */
public final class HttpProbe {

    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(LIMIT)
                    .build();

    private HttpProbe() {}

    /** Whether a GET is answered with 200. */
    public static boolean succeeds(URI address) {
        return get(address).filter(answer -> answer.statusCode() == 200).isPresent();
    }

    /** The answer to a GET, or nothing when there was none. */
    public static Optional<HttpResponse<String>> get(URI address) {
        var request = HttpRequest.newBuilder(address).timeout(LIMIT).build();
        try {
            return Optional.of(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailure("launcher", "interrupted", e);
        }
    }
}
