package org.lethe.runtime.event;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;

/**
 * Has all channels pause when the process stops, and lets what has been read come to its end. What
 * does not in time is read again by whoever comes next.
 *
 * <p>The connector would do so, too, but with one channel after the other, and for twice as long as
 * a poll lasts with each, whether anything is in hand or not.
 */
@ApplicationScoped
public class ChannelStop {

    /** Whoever needs what records lead to, such as the last counts of them, stops later. */
    public static final int STOPS = Interceptor.Priority.LIBRARY_BEFORE + 100;

    private static final Log LOG = Log.of(ChannelStop.class);
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final KafkaClientService clients;
    private final InHand inHand;
    private final Duration poll;
    private final Duration grace;

    @Inject
    ChannelStop(
            KafkaClientService clients,
            InHand inHand,
            @ConfigProperty(name = "mp.messaging.connector.smallrye-kafka.poll-timeout")
                    long pollMillis) {
        this(clients, inHand, Duration.ofMillis(pollMillis), GRACE);
    }

    /**
     * A stop.
     *
     * @param poll for how long a channel may be waiting for records before it hears of a pause
     * @param grace for how long what is in hand is waited for
     */
    ChannelStop(KafkaClientService clients, InHand inHand, Duration poll, Duration grace) {
        this.clients = clients;
        this.inHand = inHand;
        this.poll = poll;
        this.grace = grace;
    }

    void onStop(@Observes @Priority(STOPS) ShutdownEvent stop) {
        List<Uni<?>> pauses =
                clients.getConsumerChannels().stream()
                        .flatMap(channel -> clients.getConsumers(channel).stream())
                        .<Uni<?>>map(ChannelStop::pause)
                        .toList();
        if (pauses.isEmpty()) {
            return;
        }
        try {
            Uni.combine().all().unis(pauses).discardItems().await().atMost(poll.multipliedBy(2));
        } catch (TimeoutException e) {
            LOG.debug("Channels are closed while they read");
        }
        if (!inHand.awaitNothing(grace)) {
            LOG.info("stopped while records were processed; they are read again");
        }
    }

    /** One that has been closed already keeps nothing from the others. */
    private static Uni<?> pause(KafkaConsumer<?, ?> consumer) {
        return consumer.pause()
                .onFailure()
                .invoke(failure ->
                        LOG.debug("A channel can't be paused", LogKey.REASON.of(failure)))
                .onFailure()
                .recoverWithNull();
    }
}
