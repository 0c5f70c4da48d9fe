package org.lethe.runtime.erasure;

import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.lethe.contracts.Coded;
import org.lethe.contracts.event.ErasureEvent;
import org.lethe.contracts.event.ErasureEvent.ErasureAcknowledged;
import org.lethe.contracts.event.ErasureEvent.ErasureRequested;
import org.lethe.contracts.event.ServiceName;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.runtime.event.EventReader;
import org.lethe.runtime.event.EventSender;

/**
 * Has the service's step taken for each erasure that is asked for, and answers with its counts,
 * even if they are zero.
 */
@ApplicationScoped
@IfBuildProperty(name = "lethe.erasures.answer", stringValue = "true", enableIfMissing = true)
class ErasureConsumer {

    private static final Log LOG = Log.of(ErasureConsumer.class);

    private final EventReader reader;
    private final EventSender sender;
    private final ErasureStep step;
    private final ServiceName service;

    @Inject
    ErasureConsumer(
            EventReader reader,
            EventSender sender,
            ErasureStep step,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this.reader = reader;
        this.sender = sender;
        this.step = step;
        this.service = Coded.of(ServiceName.class, application);
    }

    @Incoming("erasures")
    @RunOnVirtualThread
    void onRecord(ConsumerRecord<String, byte[]> record) {
        reader.read(record, ErasureEvent.class, this::onEvent);
    }

    private void onEvent(ErasureEvent event) {
        switch (event) {
            case ErasureRequested request -> answer(request);
            case ErasureEvent.ErasureAcknowledged ignored -> {
                // Every service answers for itself.
            }
            case ErasureEvent.ErasureCompleted ignored -> {
                // Nothing is kept that could end with it.
            }
        }
    }

    private void answer(ErasureRequested request) {
        sender.send(new ErasureAcknowledged(request.erasure(), service, step.remove(request)));
        LOG.info(
                "an erasure is acknowledged",
                LogKey.ERASURE.of(request.erasure()),
                LogKey.COUNT.of(request.scopes().size()));
    }
}
