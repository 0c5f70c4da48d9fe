package org.lethe.stack.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.SignedHead;
import org.lethe.contracts.tree.ConsistencyProof;
import org.lethe.contracts.tree.InclusionProof;
import org.lethe.privacy.pause.Backoff;

/** A running suite, as everybody and as an account's privacy officer sees its ledger. */
final class Suite {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);
    private static final int TRIES = 12;

    private final HttpClient http;
    private final URI address;
    private final Optional<String> token;

    /**
     * @param token of a privacy officer, for the account's entries
     */
    Suite(HttpClient http, URI address, Optional<String> token) {
        this.http = http;
        this.address = address;
        this.token = token;
    }

    /** A page of heads; {@code next} is missing on the last. */
    record Heads(List<Head> heads, @Nullable Long next) {}

    record Head(SignedHead jws) {}

    /** A page of entries; {@code next} is missing on the last. */
    record Entries(List<Entry> entries, @Nullable Long next) {}

    record Entry(long index, String record) {}

    String keys() throws IOException {
        return get("/.well-known/jwks.json").orElseThrow(() -> new IOException("no keys there"));
    }

    Heads heads(long from) throws IOException {
        return required("/v1/ledger/heads?limit=200&from=" + from, Heads.class);
    }

    Entries entries(long after) throws IOException {
        return required("/v1/ledger?limit=200&after=" + after, Entries.class);
    }

    boolean isSignedIn() {
        return token.isPresent();
    }

    /** Empty if the ledger does not have so many records. */
    Optional<ConsistencyProof> consistency(long from, long to) throws IOException {
        return read(
                "/v1/ledger/proof/consistency?from=" + from + "&to=" + to, ConsistencyProof.class);
    }

    /** Empty if the ledger does not have so many records. */
    Optional<InclusionProof> inclusion(long entry, long size) throws IOException {
        return read(
                "/v1/ledger/proof/inclusion?entry=" + entry + "&size=" + size,
                InclusionProof.class);
    }

    private <T> T required(String path, Class<T> type) throws IOException {
        return read(path, type).orElseThrow(() -> new IOException("nothing at " + path));
    }

    private <T> Optional<T> read(String path, Class<T> type) throws IOException {
        Optional<String> body = get(path);
        try {
            return body.isEmpty()
                    ? Optional.empty()
                    : Optional.of(WireFormat.mapper().readValue(body.get(), type));
        } catch (JsonProcessingException e) {
            throw new IOException("an answer that can't be read, from " + path, e);
        }
    }

    /** Waits while too much was asked for. */
    private Optional<String> get(String path) throws IOException {
        var pauses = new Backoff(FIRST_PAUSE, LONGEST_PAUSE);
        HttpResponse<String> answer = send(path);
        for (int i = 1; i < TRIES && answer.statusCode() == 429 && pauses.pause(); i++) {
            answer = send(path);
        }
        if (answer.statusCode() == 409 && isChanged(answer.body())) {
            throw new ChangedLedgerException(path);
        }
        return switch (answer.statusCode()) {
            case 200 -> Optional.of(answer.body());
            case 404 -> Optional.empty();
            default -> throw new IOException("answered " + answer.statusCode() + " to GET " + path);
        };
    }

    private static boolean isChanged(String problem) {
        try {
            return WireFormat.mapper()
                    .readTree(problem)
                    .path("code")
                    .asText()
                    .equals(ErrorCode.LEDGER_CHANGED.code());
        } catch (JsonProcessingException _) {
            return false;
        }
    }

    private HttpResponse<String> send(String path) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path)).timeout(LIMIT);
        token.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
