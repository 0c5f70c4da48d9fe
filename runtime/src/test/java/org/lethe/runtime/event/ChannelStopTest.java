package org.lethe.runtime.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ChannelStopTest {

    private final AtomicInteger pauses = new AtomicInteger();

    @Test
    void pausesTheReadersOfAllChannelsSideBySide() {
        var both = new CountDownLatch(2);
        Uni<Set<?>> waitsForTheOther =
                Uni.createFrom()
                        .completionStage(() -> {
                            both.countDown();
                            return CompletableFuture.supplyAsync(() -> {
                                awaitUninterrupted(both);
                                pauses.incrementAndGet();
                                return Set.of();
                            });
                        });

        stop(Map.of("visits", List.of(waitsForTheOther), "chats", List.of(waitsForTheOther)));

        assertThat(pauses).hasValue(2);
    }

    @Test
    void stopsWithoutAReaderThatDoesNotAnswer() {
        stop(Map.of("visits", List.of(Uni.createFrom().nothing())));

        assertThat(pauses).hasValue(0);
    }

    @Test
    void stopsWhereNothingIsRead() {
        stop(Map.of());

        assertThat(pauses).hasValue(0);
    }

    private static void stop(Map<String, List<Uni<Set<?>>>> readers) {
        new ChannelStop(clients(readers), Duration.ofMillis(500)).onStop(new ShutdownEvent());
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KafkaClientService clients(Map<String, List<Uni<Set<?>>>> readers) {
        return fake(
                KafkaClientService.class,
                (ignored, method, arguments) ->
                        switch (method.getName()) {
                            case "getConsumerChannels" -> readers.keySet();
                            case "getConsumers" ->
                                    Objects.requireNonNull(readers.get((String) arguments[0]))
                                            .stream()
                                            .map(ChannelStopTest::reader)
                                            .toList();
                            default -> throw new UnsupportedOperationException(method.getName());
                        });
    }

    private static KafkaConsumer<?, ?> reader(Uni<Set<?>> pause) {
        return fake(
                KafkaConsumer.class,
                (ignored, method, arguments) -> {
                    if (method.getName().equals("pause")) {
                        return pause;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    private static <T> T fake(Class<T> type, InvocationHandler answers) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }
}
