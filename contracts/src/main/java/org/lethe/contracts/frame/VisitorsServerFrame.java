package org.lethe.contracts.frame;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.VisitId;

/** What the server sends on {@code /v1/visitors/socket}. */
@JsonSubTypes({
    @JsonSubTypes.Type(VisitorsServerFrame.Ready.class),
    @JsonSubTypes.Type(VisitorsServerFrame.Visitors.class),
    @JsonSubTypes.Type(VisitorsServerFrame.Changed.class),
    @JsonSubTypes.Type(VisitorsServerFrame.Gone.class),
    @JsonSubTypes.Type(ErrorFrame.class)
})
public sealed interface VisitorsServerFrame extends ServerFrame
        permits VisitorsServerFrame.Ready,
                VisitorsServerFrame.Visitors,
                VisitorsServerFrame.Changed,
                VisitorsServerFrame.Gone,
                ErrorFrame {

    @JsonTypeName("ready")
    record Ready(AccountId account) implements VisitorsServerFrame {}

    /** All visitors; replaces what the client has. */
    @JsonTypeName("visitors")
    record Visitors(List<VisitorView> visitors) implements VisitorsServerFrame {}

    @JsonTypeName("changed")
    record Changed(List<VisitorView> visitors) implements VisitorsServerFrame {}

    /** Destroyed visits: the client clears what it holds of them. */
    @JsonTypeName("gone")
    record Gone(List<VisitId> visits) implements VisitorsServerFrame {}
}
