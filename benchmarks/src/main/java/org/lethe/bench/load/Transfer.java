package org.lethe.bench.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/** Bytes that go up and down, several ways at once. */
public final class Transfer {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Transfer() {}

    /**
     * Does the same for each at once.
     *
     * @param bytes that go for one of them
     * @return megabytes (10^6) a second, all together
     */
    public static <T> double rate(List<T> all, long bytes, Function<T, Long> transfer) {
        long begin = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Long>> running =
                    all.stream()
                            .map(each ->
                                    CompletableFuture.supplyAsync(
                                            () -> transfer.apply(each), threads))
                            .toList();
            long done = running.stream().mapToLong(CompletableFuture::join).sum();
            if (done != bytes * all.size()) {
                throw new IllegalStateException(done + " bytes instead of " + bytes + " each");
            }
            return done * 1e3 / (System.nanoTime() - begin);
        }
    }

    /** Sends a request with a body; the answer's own body. */
    public static String send(HttpRequest request) {
        return answered(request, HttpResponse.BodyHandlers.ofString());
    }

    /**
     * @return how many bytes came, of which none is kept
     */
    public static long fetch(HttpRequest request) {
        var count = new LongAdder();
        var _ =
                answered(
                        request,
                        HttpResponse.BodyHandlers.ofByteArrayConsumer(
                                part -> part.ifPresent(bytes -> count.add(bytes.length))));
        return count.sum();
    }

    /** A request of a page of the site. */
    public static HttpRequest.Builder of(Site site, URI address, String token) {
        return HttpRequest.newBuilder(address)
                .header("Origin", site.origin())
                .header("Authorization", "Bearer " + token);
    }

    private static <T> T answered(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            HttpResponse<T> answer = HTTP.send(request, handler);
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(
                        request.method() + " was answered " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new IllegalStateException("no answer to " + request.method(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
