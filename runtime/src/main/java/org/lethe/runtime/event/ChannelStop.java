package org.lethe.runtime.event;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.lethe.privacy.log.Log;

/**
 * Reads nothing more from any channel once the process has been asked to stop, and lets what has
 * been read come to its end. What does not in time is read again by whoever comes next.
 *
 * <p>The connector would do so too, but with one channel after the other, and for twice as long as
 * a poll lasts with each.
 */
@ApplicationScoped
class ChannelStop {

    private static final Log LOG = Log.of(ChannelStop.class);

    /** More than a poll lasts. */
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private static final Duration GRACE = Duration.ofMillis(400);

    private final KafkaClientService clients;
    private final Duration limit;

    @Inject
    ChannelStop(KafkaClientService clients) {
        this(clients, LIMIT);
    }

    ChannelStop(KafkaClientService clients, Duration limit) {
        this.clients = clients;
        this.limit = limit;
    }

    void onStop(@Observes ShutdownEvent stop) {
        List<Uni<?>> pauses =
                clients.getConsumerChannels().stream()
                        .flatMap(channel -> clients.getConsumers(channel).stream())
                        .<Uni<?>>map(KafkaConsumer::pause)
                        .toList();
        if (pauses.isEmpty()) {
            return;
        }
        try {
            Uni.combine()
                    .all()
                    .unis(pauses)
                    .discardItems()
                    .onItem()
                    .delayIt()
                    .by(GRACE)
                    .await()
                    .atMost(limit.plus(GRACE));
        } catch (TimeoutException e) {
            LOG.debug("Channels are closed while they read");
        }
    }
}
