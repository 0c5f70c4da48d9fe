package org.lethe.runtime.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.topic.Topic;

class EventDurationsTest {

    private static final String CHATS = Topic.CHATS.topicName();

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final EventDurations durations =
            new EventDurations(
                    registry,
                    new SmallRyeConfigBuilder()
                            .withDefaultValues(Map.of("mp.messaging.incoming.hearing.topic", CHATS))
                            .build());

    @Test
    void hasThoseOfEveryChannelFromTheStart() {
        durations.bindTo(registry);

        assertThat(counted(CHATS, Outcome.DONE)).isZero();
        assertThat(counted(CHATS, Outcome.FAILED)).isZero();
    }

    @Test
    void tellsWhatWasSetAsideFromWhatWasRead() {
        durations.record(CHATS, System.nanoTime(), Outcome.DONE);
        durations.record(CHATS, System.nanoTime(), Outcome.FAILED);
        durations.record(CHATS, System.nanoTime(), Outcome.FAILED);

        assertThat(counted(CHATS, Outcome.DONE)).isEqualTo(1);
        assertThat(counted(CHATS, Outcome.FAILED)).isEqualTo(2);
    }

    @Test
    void countsNoTopicThatIsNotOfTheSuite() {
        durations.record("somebody-elses", System.nanoTime(), Outcome.DONE);

        assertThat(registry.getMeters()).isEmpty();
    }

    private long counted(String topic, Outcome outcome) {
        return registry.get("lethe.events.read")
                .tags("topic", topic, "outcome", outcome.code())
                .timer()
                .count();
    }
}
