package org.lethe.runtime.socket;

import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.runtime.door.DoorRoom;

/** Refuses the upgrade where this process has as many connections as it can carry. */
@Singleton
@Priority(UpgradeOrder.ROOM)
class SocketsInAll implements HttpUpgradeCheck {

    private static final Map<String, List<String>> COME_BACK = Map.of("Retry-After", List.of("10"));

    private final DoorRoom room;

    @Inject
    SocketsInAll(DoorRoom room) {
        this.room = room;
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        return room.isForSockets()
                ? CheckResult.permitUpgrade()
                : CheckResult.rejectUpgrade(ErrorCode.NO_ROOM.httpStatus(), COME_BACK);
    }
}
