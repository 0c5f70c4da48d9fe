package org.lethe.runtime.metric;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.lethe.contracts.topic.Topic;

/**
 * How long records of Kafka take until they may be committed, with what they wait for the store.
 * Those of the topics that the configuration has a channel for are there from the start, with 0.
 */
@ApplicationScoped
public class EventDurations implements MeterBinder {

    private static final String CHANNELS = "mp.messaging.incoming.";
    private static final String TOPIC = ".topic";
    private static final Set<Outcome> ENDS = EnumSet.of(Outcome.DONE, Outcome.FAILED);

    private final MeterRegistry registry;
    private final Config config;
    private final Map<String, Map<Outcome, Timer>> timers = new ConcurrentHashMap<>();

    @Inject
    public EventDurations(MeterRegistry registry, Config config) {
        this.registry = registry;
        this.config = config;
    }

    @Override
    public void bindTo(MeterRegistry ignored) {
        StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> name.startsWith(CHANNELS) && name.endsWith(TOPIC))
                .map(name -> config.getValue(name, String.class))
                .forEach(this::timersOf);
    }

    /**
     * Counts one.
     *
     * @param topic the name at the broker; one that is not of the suite is counted nowhere
     * @param begin of {@link System#nanoTime}, when it came
     * @param outcome done, or failed if it was set aside
     */
    public void record(String topic, long begin, Outcome outcome) {
        Buckets.record(timersOf(topic), outcome, begin);
    }

    private Map<Outcome, Timer> timersOf(String topic) {
        Map<Outcome, Timer> known = timers.get(topic);
        return known != null ? known : timers.computeIfAbsent(topic, this::register);
    }

    private Map<Outcome, Timer> register(String topic) {
        return Buckets.timers(
                registry,
                Topic.find(topic).isPresent() ? ENDS : EnumSet.noneOf(Outcome.class),
                () ->
                        Timer.builder("lethe.events.read")
                                .description("Records of Kafka, from their coming to their end")
                                .tag("topic", topic));
    }
}
