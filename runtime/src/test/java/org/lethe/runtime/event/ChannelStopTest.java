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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ChannelStopTest {

    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(20);

    private final AtomicInteger paused = new AtomicInteger();
    private final InHand inHand = new InHand();

    @Test
    void pausesTheReadersOfAllChannelsSideBySide() {
        var both = new CountDownLatch(2);
        BooleanSupplier meetsTheOther =
                () -> {
                    both.countDown();
                    return arrivesIn(both, Duration.ofSeconds(2));
                };

        stop(
                Map.of(
                        "visits", List.of(reader(meetsTheOther)),
                        "chats", List.of(reader(meetsTheOther))),
                LONG,
                LONG);

        assertThat(paused).hasValue(2);
    }

    @Test
    void stopsWithoutAReaderThatDoesNotAnswer() {
        stop(
                Map.of("visits", List.of(Uni.createFrom().nothing(), reader(() -> true))),
                Duration.ofMillis(500),
                LONG);

        assertThat(paused).hasValue(1);
    }

    @Test
    void waitsForTheOthersWhereAReaderFails() {
        var late = new CountDownLatch(1);
        Uni<Set<?>> closed =
                Uni.createFrom()
                        .<Set<?>>failure(new IllegalStateException("closed for good"))
                        .onTermination()
                        .invoke(late::countDown);

        stop(
                Map.of(
                        "visits", List.of(closed),
                        "chats", List.of(reader(() -> arrivesIn(late, LONG)))),
                LONG,
                LONG);

        assertThat(paused).hasValue(1);
    }

    @Test
    void letsWhatIsInHandComeToItsEnd() throws InterruptedException {
        List<String> events = new CopyOnWriteArrayList<>();
        var held = new CountDownLatch(1);
        Thread work = process(() -> arrivesIn(held, LONG), () -> events.add("processed"));
        Thread stop =
                Thread.ofPlatform()
                        .start(() -> {
                            stop(Map.of("visits", List.of(reader(() -> true))), LONG, LONG);
                            events.add("stopped");
                        });
        Awaitility.await()
                .until(() -> paused.get() == 1 && stop.getState() == Thread.State.TIMED_WAITING);

        held.countDown();
        work.join();
        stop.join();

        assertThat(events).containsExactly("processed", "stopped");
    }

    @Test
    void waitsNotForEverForWhatIsInHand() throws InterruptedException {
        var held = new CountDownLatch(1);
        Thread work = process(() -> arrivesIn(held, LONG), () -> {});

        stop(Map.of("visits", List.of(reader(() -> true))), LONG, SHORT);

        assertThat(work.isAlive()).isTrue();
        held.countDown();
        work.join();
    }

    @Test
    void stopsWhereNothingIsRead() {
        stop(Map.of(), LONG, LONG);
    }

    private void stop(Map<String, List<Uni<Set<?>>>> readers, Duration poll, Duration grace) {
        new ChannelStop(clients(readers), inHand, poll, grace).onStop(new ShutdownEvent());
    }

    /** Begun when it returns. */
    private Thread process(BooleanSupplier waits, Runnable then) throws InterruptedException {
        var begun = new CountDownLatch(1);
        Thread work =
                Thread.ofPlatform()
                        .start(() ->
                                inHand.during(() -> {
                                    begun.countDown();
                                    assertThat(waits.getAsBoolean()).isTrue();
                                    then.run();
                                }));
        begun.await();
        return work;
    }

    /** One that is paused when something has come true. */
    private Uni<Set<?>> reader(BooleanSupplier comesTrue) {
        return Uni.createFrom()
                .completionStage(() ->
                        CompletableFuture.supplyAsync(
                                () -> {
                                    if (comesTrue.getAsBoolean()) {
                                        paused.incrementAndGet();
                                    }
                                    return Set.of();
                                },
                                Thread::startVirtualThread));
    }

    private static boolean arrivesIn(CountDownLatch latch, Duration atMost) {
        try {
            return latch.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
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
                                            .map(ChannelStopTest::consumer)
                                            .toList();
                            default -> throw new UnsupportedOperationException(method.getName());
                        });
    }

    private static KafkaConsumer<?, ?> consumer(Uni<Set<?>> pause) {
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
