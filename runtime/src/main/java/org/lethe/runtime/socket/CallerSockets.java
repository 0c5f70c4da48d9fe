package org.lethe.runtime.socket;

import io.quarkus.websockets.next.UserData;
import io.quarkus.websockets.next.WebSocketConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.runtime.caller.Caller;
import org.lethe.runtime.problem.Refusal;

/** How many sockets each caller has in this process; by ids, while there are any. */
@ApplicationScoped
class CallerSockets {

    private static final UserData.TypedKey<String> OWNER = new UserData.TypedKey<>("lethe.owner");

    private final ConcurrentMap<String, Integer> open = new ConcurrentHashMap<>();
    private final SocketSettings settings;

    @Inject
    CallerSockets(SocketSettings settings) {
        this.settings = settings;
    }

    /** Counts a socket until it {@link #left}, or refuses one too many. */
    void arrived(WebSocketConnection connection, Caller caller) {
        String owner = caller.id();
        int all = open.merge(owner, 1, Integer::sum);
        connection.userData().put(OWNER, owner);
        // One that closed meanwhile was not found by its close.
        if (!connection.isOpen() || all > settings.perCaller()) {
            left(connection);
        }
        if (all > settings.perCaller()) {
            throw new Refusal(ErrorCode.TOO_MANY_REQUESTS);
        }
    }

    /** May be repeated. */
    void left(WebSocketConnection connection) {
        String owner = connection.userData().remove(OWNER);
        if (owner != null) {
            open.computeIfPresent(owner, (any, count) -> count > 1 ? count - 1 : null);
        }
    }
}
