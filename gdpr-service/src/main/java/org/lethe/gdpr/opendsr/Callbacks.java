package org.lethe.gdpr.opendsr;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.lethe.contracts.id.ErasureId;
import org.lethe.gdpr.receipt.MessageSigner;
import org.lethe.gdpr.request.RequestState;
import org.lethe.gdpr.request.StatusListener;
import org.lethe.gdpr.request.SubjectRequest;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.pause.Backoff;
import org.lethe.runtime.rhythm.Later;

/**
 * Tells controllers of changes, at the URLs that they gave and that are registered.
 *
 * <p>Nobody waits for a controller: the tries live in memory, and one that missed all can still ask
 * for the status. The changes of a request reach a URL in their order, as far as first tries do.
 */
@ApplicationScoped
class Callbacks implements StatusListener {

    private static final Log LOG = Log.of(Callbacks.class);
    private static final Backoff WAITS = new Backoff(Duration.ofSeconds(5), Duration.ofDays(1));
    private static final CompletableFuture<Void> NOTHING_BEFORE =
            CompletableFuture.completedFuture(null);

    private final Answers answers;
    private final MessageSigner signer;
    private final OpenDsrSettings config;
    private final HttpClient client;
    private final Map<Line, CompletableFuture<Void>> telling = new ConcurrentHashMap<>();
    private volatile boolean stopped;

    Callbacks(Answers answers, MessageSigner signer, OpenDsrSettings config) {
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
    public void changed(SubjectRequest request, RequestState now) {
        for (URI url : request.callbacks()) {
            tellInTurn(new Line(request.scope(), url), Answers.bytes(answers.status(now, url)));
        }
    }

    @PreDestroy
    void stop() {
        stopped = true;
        client.shutdownNow();
    }

    private void tellInTurn(Line line, byte[] message) {
        CompletableFuture<Void> turn =
                telling.compute(
                        line,
                        (_, before) ->
                                Objects.requireNonNullElse(before, NOTHING_BEFORE)
                                        .handleAsync(
                                                (_, _) -> {
                                                    tell(line.url(), message, 1);
                                                    return null;
                                                },
                                                Thread::startVirtualThread));
        var _ = turn.whenComplete((_, _) -> telling.remove(line, turn));
    }

    private void tell(URI url, byte[] message, int attempt) {
        if (stopped || isTaken(url, message)) {
            return;
        }
        if (attempt >= config.callbackAttempts()) {
            LOG.warn("callback given up", LogKey.ATTEMPTS.of(attempt));
            return;
        }
        // Of every second pause, since a controller that is away is away for long.
        Later.run(WAITS.after(2 * attempt - 1), () -> tell(url, message, attempt + 1));
    }

    private boolean isTaken(URI url, byte[] message) {
        HttpRequest request =
                HttpRequest.newBuilder(url)
                        .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                        .header(Answers.DOMAIN_HEADER, config.domain())
                        .header(Answers.SIGNATURE_HEADER, signer.sign(message))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(message))
                        .build();
        return isAccepted(client.sendAsync(request, HttpResponse.BodyHandlers.discarding()));
    }

    /** The request's own time-out ends with the head of the answer; its body may take for ever. */
    private boolean isAccepted(CompletableFuture<HttpResponse<Void>> exchange) {
        try {
            int status =
                    exchange.get(config.callbackTimeout().toMillis(), TimeUnit.MILLISECONDS)
                            .statusCode();
            return status >= 200 && status < 300;
        } catch (ExecutionException | TimeoutException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            exchange.cancel(true);
        }
    }

    private record Line(ErasureId request, URI url) {}
}
