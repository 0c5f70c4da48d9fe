package org.lethe.runtime.door;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What comes through the door, and who is hung up on there. */
@ApplicationScoped
class DoorMetrics implements MeterBinder {

    private final DoorSettings settings;

    @Inject
    DoorMetrics(DoorSettings settings) {
        this.settings = settings;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Connections connections = Connections.OF_PROCESS;
        Gauge.builder("lethe.door.connections", connections, Connections::open)
                .description("Connections that are open, sockets too")
                .register(registry);
        Gauge.builder("lethe.door.most.connections", settings, DoorSettings::most)
                .description("As many connections as there may be")
                .register(registry);
        FunctionCounter.builder("lethe.door.too.many", connections, Connections::tooMany)
                .description("Connections refused because there were as many as there may be")
                .register(registry);
        FunctionCounter.builder("lethe.door.too.slow", connections, Connections::tooSlow)
                .description("Connections hung up on before the head of their request had come")
                .register(registry);
    }
}
