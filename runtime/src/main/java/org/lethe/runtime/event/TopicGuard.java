package org.lethe.runtime.event;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.log.OncePerCause;
import org.lethe.privacy.pause.Backoff;

/**
 * Refuses to run on Kafka whose topics or brokers keep records longer than the contracts say.
 *
 * <p>While Kafka is away the service waits and is not ready; when it finds a looser setting it
 * stops.
 */
@ApplicationScoped
public class TopicGuard {

    private static final Log LOG = Log.of(TopicGuard.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final String TIMEOUT_MS = "5000";

    private final Map<String, Object> kafka;
    private final TopicSettings settings;
    private final OncePerCause waiting = new OncePerCause(LOG);
    private volatile boolean verified;
    private volatile boolean stopping;

    @Inject
    TopicGuard(
            @Identifier("default-kafka-broker") Map<String, Object> kafka, TopicSettings settings) {
        this.kafka = kafka;
        this.settings = settings;
    }

    /** Whether Kafka was found to be as it must be. */
    public boolean isVerified() {
        return verified;
    }

    void start(@Observes StartupEvent event) {
        Thread.ofVirtual().name("lethe-topic-guard").start(this::verify);
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    private void verify() {
        var backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE);
        while (!stopping) {
            try (Admin admin = Admin.create(config())) {
                judge(KafkaInspection.look(admin, settings.replicas()));
                return;
            } catch (ExecutionException | RuntimeException e) {
                waiting.warn("waiting for Kafka", e, LogKey.RETRY_IN.of(backoff.next()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            if (!backoff.pause()) {
                return;
            }
        }
    }

    private void judge(List<KafkaInspection.Loose> found) {
        if (found.isEmpty()) {
            verified = true;
            return;
        }
        for (KafkaInspection.Loose loose : found) {
            loose.topic()
                    .ifPresentOrElse(
                            topic ->
                                    LOG.error(
                                            "a topic's setting is looser than it may be",
                                            LogKey.TOPIC.of(topic),
                                            LogKey.TYPE.of(loose.setting())),
                            () ->
                                    LOG.error(
                                            "a broker's setting is looser than it may be",
                                            LogKey.TYPE.of(loose.setting())));
        }
        Quarkus.asyncExit(1);
    }

    private Map<String, Object> config() {
        var config = new HashMap<>(kafka);
        config.put("request.timeout.ms", TIMEOUT_MS);
        config.put("default.api.timeout.ms", TIMEOUT_MS);
        return config;
    }
}
