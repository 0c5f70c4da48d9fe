package org.lethe.stack.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lethe.stack.process.PartFailure;
import org.lethe.stack.service.ServiceInstance;
import org.lethe.stack.service.ServiceKind;
import org.lethe.stack.suite.Progress;

/** Watches that end: with Redis, if with nothing else. */
@Timeout(10)
class HealthWatchTest {

    private static final int KILLED = 137;
    private static final ServiceInstance CHAT = new ServiceInstance(ServiceKind.CHAT, 1);

    private final FakeStack stack = new FakeStack();
    private final List<String> told = new ArrayList<>();
    private Duration now = Duration.ofHours(1);
    private final HealthWatch watch =
            new HealthWatch(
                    stack,
                    new Progress() {
                        @Override
                        public void note(String line) {
                            told.add(line);
                        }
                    },
                    new RestartLimit(() -> now.toNanos()));

    @Test
    void startsAServiceAgainThatHasEndedAndSaysSo() throws InterruptedException {
        stack.atNextStart(() -> stack.end("redis", 1));
        stack.end(CHAT, KILLED);

        PartFailure failure = watch.follow();

        assertThat(stack.started).containsExactly(CHAT);
        assertThat(told).containsExactly("chat-service has ended (exit 137); it is started again");
        assertThat(failure).hasMessage("redis: has ended (exit 1) (log: redis.log)");
    }

    @Test
    void startsNoPartAgainThatTookItsDataWithIt() throws InterruptedException {
        stack.end("kafka", 1);

        assertThat(watch.follow()).hasMessage("kafka: has ended (exit 1) (log: kafka.log)");
        assertThat(stack.started).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void givesUpAtTheFourthEndWithinFiveMinutes() throws InterruptedException {
        for (int start = 0; start < 3; start++) {
            stack.atNextStart(() -> endAfter(Duration.ofSeconds(99)));
        }
        stack.end(CHAT, KILLED);

        assertThat(watch.follow())
                .hasMessage(
                        "chat-service: has ended (exit 137) for the fourth time within five"
                                + " minutes (log: chat-service.log)");
        assertThat(stack.started).hasSize(3);
    }

    @Test
    void startsAgainWhicheverOfItsProcessesHasEnded() throws InterruptedException {
        var second = new ServiceInstance(ServiceKind.CHAT, 2);
        stack.atNextStart(() -> stack.end("redis", 1));
        stack.end(second, KILLED);

        assertThat(watch.follow()).hasMessageStartingWith("redis: ");
        assertThat(stack.started).containsExactly(second);
        assertThat(told)
                .containsExactly("chat-service-2 has ended (exit 137); it is started again");
    }

    @Test
    void startsAgainHoweverOftenSomebodyStopsIt() throws InterruptedException {
        for (int start = 0; start < 9; start++) {
            stack.atNextStart(() -> stack.end(CHAT, 143));
        }
        stack.atNextStart(() -> stack.end("redis", 1));
        stack.end(CHAT, 143);

        assertThat(watch.follow()).hasMessageStartingWith("redis: ");
        assertThat(stack.started).hasSize(10);
    }

    @Test
    void forgetsEndsOfLongAgo() throws InterruptedException {
        for (int start = 0; start < 9; start++) {
            stack.atNextStart(() -> endAfter(Duration.ofSeconds(100)));
        }
        stack.atNextStart(() -> stack.end("redis", 1));
        stack.end(CHAT, KILLED);

        assertThat(watch.follow()).hasMessageStartingWith("redis: ");
        assertThat(stack.started).hasSize(10);
    }

    @Test
    void countsEachServiceForItself() throws InterruptedException {
        var left = new AtomicInteger(FakeStack.ALL.size());
        for (ServiceInstance service : FakeStack.ALL) {
            stack.atNextStart(() -> {
                if (left.decrementAndGet() == 0) {
                    stack.end("redis", 1);
                }
            });
            stack.end(service, KILLED);
        }

        assertThat(watch.follow()).hasMessageStartingWith("redis: ");
        assertThat(stack.started).containsExactlyInAnyOrderElementsOf(FakeStack.ALL);
    }

    @Test
    void saysWhatKeepsAServiceFromBeingStartedAgain() throws InterruptedException {
        stack.atNextStart(() -> {
            throw new PartFailure("chat-service", "port 8101 is taken");
        });
        stack.end(CHAT, KILLED);

        assertThat(watch.follow()).hasMessage("chat-service: port 8101 is taken");
    }

    @Test
    void leavesNoSuiteUnwatchedWhateverGoesWrong() throws InterruptedException {
        stack.atNextStart(() -> {
            throw new UncheckedIOException("disk full", new IOException());
        });
        stack.end(CHAT, KILLED);

        assertThat(watch.follow()).hasMessage("launcher: disk full");
    }

    @Test
    void takesNoStopForADeath() throws InterruptedException {
        watch.silence();
        stack.end(CHAT, 143);

        assertThat(watch.follow()).hasMessageStartingWith("chat-service: has ended (exit 143)");
        assertThat(stack.started).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void stopsAlsoWhatIsJustBeingStartedAgain() throws InterruptedException {
        // What a shutdown hook does: no more starts, then an end for all that there is.
        var stop = new Thread(this::stop);
        stack.atNextStart(() -> {
            stop.start();
            await().until(() -> stop.getState() == Thread.State.BLOCKED);
        });
        stack.end(CHAT, KILLED);

        PartFailure failure = watch.follow();
        stop.join();

        assertThat(failure).hasMessageContaining("has ended (exit 143)");
        assertThat(stack.started).containsExactly(CHAT);
        assertThat(stack.children()).noneMatch(child -> child.alive());
    }

    @Test
    void tellsOnceThatAServiceIsReadyAgain() throws InterruptedException {
        stack.atNextStart(() -> stack.end("redis", 1));
        stack.unready.add(CHAT);
        stack.end(CHAT, KILLED);
        var _ = watch.follow();
        told.clear();

        watch.look();
        assertThat(told).isEmpty();

        stack.unready.clear();
        watch.look();
        watch.look();
        assertThat(told).containsExactly("chat-service is ready again");

        stack.unready.add(CHAT);
        watch.look();
        watch.look();
        assertThat(told)
                .containsExactly(
                        "chat-service is ready again",
                        "chat-service is not ready (log: chat-service.log)");
    }

    @Test
    void endsAServiceThatSaysThreeTimesThatItWorksNoMore() throws InterruptedException {
        stack.atNextStart(() -> stack.end("redis", 1));
        stack.end(CHAT, KILLED);
        var _ = watch.follow();
        watch.look();
        told.clear();

        stack.stuck.add(CHAT);
        watch.look();
        watch.look();
        stack.stuck.clear();
        watch.look();
        stack.stuck.add(CHAT);
        watch.look();
        watch.look();
        assertThat(told).isEmpty();

        watch.look();
        stack.stuck.clear();
        assertThat(told).containsExactly("chat-service says that it works no more; it is ended");
        assertThat(watch.follow()).hasMessageStartingWith("redis: ");
        assertThat(told).last().asString().contains("has ended (exit 137); it is started again");
    }

    private void endAfter(Duration time) {
        now = now.plus(time);
        stack.end(CHAT, KILLED);
    }

    private void stop() {
        watch.silence();
        stack.children().forEach(child -> child.askToStop());
    }
}
