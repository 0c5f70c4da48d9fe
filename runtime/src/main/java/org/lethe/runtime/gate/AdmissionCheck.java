package org.lethe.runtime.gate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.lethe.contracts.WireFormat;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.runtime.door.DoorRoom;

/**
 * Tells why no new personal data is accepted. The service is ready all the same: what lives already
 * goes on. Only before the gate's first look it is not: a replica that has just started would
 * refuse the visitors who are sent to it, though nothing is wrong.
 */
@Readiness
@ApplicationScoped
class AdmissionCheck implements HealthCheck {

    private final AdmissionGate gate;
    private final Room room;
    private final DoorRoom door;
    private final RedisStore store;

    @Inject
    AdmissionCheck(AdmissionGate gate, Room room, DoorRoom door, RedisStore store) {
        this.gate = gate;
        this.room = room;
        this.door = door;
        this.store = store;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("admission")
                .withData("gate", gate.closedBy().map(WireFormat::name).orElse("open"))
                .withData(
                        "redis",
                        gate.findings().stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining(", ")))
                .withData("redis-filled-percent", Math.round(room.filled() * 100))
                .withData("no-room-for", fullFor())
                .withData("connections-filled-percent", door.filledPercent())
                .withData("silent-nodes", store.silentNodes())
                .status(gate.hasLooked())
                .build();
    }

    private String fullFor() {
        return Stream.concat(
                        Stream.of(Newcomer.values())
                                .filter(newcomer -> !room.isFor(newcomer))
                                .map(WireFormat::name),
                        door.isForSockets() ? Stream.empty() : Stream.of("socket"))
                .collect(Collectors.joining(", "));
    }
}
