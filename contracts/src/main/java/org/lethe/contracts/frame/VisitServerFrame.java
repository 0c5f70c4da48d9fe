package org.lethe.contracts.frame;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.id.VisitId;

/** What the server sends on {@code /v1/visits/{visit}/socket}. */
@JsonSubTypes({
    @JsonSubTypes.Type(VisitServerFrame.Ready.class),
    @JsonSubTypes.Type(VisitServerFrame.Heartbeat.class),
    @JsonSubTypes.Type(VisitServerFrame.Erased.class),
    @JsonSubTypes.Type(ErrorFrame.class)
})
public sealed interface VisitServerFrame extends ServerFrame
        permits VisitServerFrame.Ready,
                VisitServerFrame.Heartbeat,
                VisitServerFrame.Erased,
                ErrorFrame {

    /**
     * The visit is open.
     *
     * @param heartbeatSeconds how often the client is to send a heartbeat
     * @param token replaces the one that the client has
     */
    @JsonTypeName("ready")
    record Ready(VisitId visit, int heartbeatSeconds, @Nullable BearerToken token)
            implements VisitServerFrame {}

    @JsonTypeName("heartbeat")
    record Heartbeat() implements VisitServerFrame {}

    /** The visit was destroyed: the client clears what it holds, and the socket closes. */
    @JsonTypeName("erased")
    record Erased() implements VisitServerFrame {}
}
