package org.lethe.runtime.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How many of the connections that there may be are open. */
@ApplicationScoped
public class DoorRoom {

    /** Of the connections, in percent: the rest is for requests, of those too who have a socket. */
    private static final int FOR_SOCKETS = 90;

    private final Connections connections;
    private final DoorSettings settings;

    @Inject
    DoorRoom(DoorSettings settings) {
        this(Connections.OF_PROCESS, settings);
    }

    DoorRoom(Connections connections, DoorSettings settings) {
        this.connections = connections;
        this.settings = settings;
    }

    /** Of the connections that there may be, in percent. */
    public int filledPercent() {
        return (int) (100L * connections.open() / Math.max(1, settings.most()));
    }

    /**
     * Whether one more may become a socket. Those beyond are told to come back, before the door has
     * to hang up on whoever comes without an answer.
     */
    public boolean isForSockets() {
        return filledPercent() < FOR_SOCKETS;
    }
}
