package org.lethe.gdpr.opendsr;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.lethe.gdpr.receipt.MessageSigner;
import org.lethe.gdpr.request.RequestStatus;
import org.lethe.gdpr.request.StatusListener;
import org.lethe.gdpr.request.SubjectRequest;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;

/**
 * Tells controllers of changes, at the URLs that they gave and that are registered.
 *
 * <p>The first try is made before the request's record goes, so that a crash repeats it; later
 * tries live in memory. A controller that missed all can still ask for the status.
 */
@ApplicationScoped
class Callbacks implements StatusListener {

    private static final Log LOG = Log.of(Callbacks.class);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);

    private final Answers answers;
    private final MessageSigner signer;
    private final OpenDsrConfig config;
    private final HttpClient client;
    private final ScheduledExecutorService later =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("callbacks").factory());

    Callbacks(Answers answers, MessageSigner signer, OpenDsrConfig config) {
        this.answers = answers;
        this.signer = signer;
        this.config = config;
        // A redirect would lead away from the registered origin.
        this.client =
                HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(config.callbackTimeout())
                        .build();
    }

    @Override
    public void changed(SubjectRequest request, RequestStatus status, int results) {
        for (URI url : request.callbacks()) {
            byte[] message =
                    Answers.bytes(answers.status(request, status, results).calledBackAt(url));
            tell(new Callback(url, new String(message, StandardCharsets.UTF_8), 1));
        }
    }

    @PreDestroy
    void stop() {
        later.shutdownNow();
        client.shutdownNow();
    }

    private void tell(Callback callback) {
        if (isTaken(callback)) {
            return;
        }
        if (callback.attempt() >= config.callbackAttempts()) {
            LOG.warn("callback given up", LogKey.ATTEMPTS.of(callback.attempt()));
            return;
        }
        Future<?> _ =
                later.schedule(
                        () -> Thread.startVirtualThread(() -> tell(callback.again())),
                        FIRST_WAIT.multipliedBy(1L << (2 * callback.attempt() - 2)).toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private boolean isTaken(Callback callback) {
        byte[] message = callback.message().getBytes(StandardCharsets.UTF_8);
        HttpRequest request =
                HttpRequest.newBuilder(callback.url())
                        .timeout(config.callbackTimeout())
                        .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                        .header(Answers.DOMAIN_HEADER, config.domain())
                        .header(Answers.SIGNATURE_HEADER, signer.sign(message))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(message))
                        .build();
        try {
            int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status >= 200 && status < 300;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private record Callback(URI url, String message, int attempt) {

        Callback again() {
            return new Callback(url, message, attempt + 1);
        }
    }
}
