package org.lethe.chat.conversation;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.scope.Whereabouts;

/** What ties a chat to the visit that it came from. */
public interface VisitLinks {

    /**
     * Links the visit to a chat, if it has the expected one, or none if that is empty. Refuses as
     * destroyed a visit that is, or is about to be erased, and as lost what went with a store.
     *
     * @return the chat that the visit has then: this one, another, or none
     */
    Optional<ChatId> link(VisitId visit, ChatId chat, Optional<ChatId> expected);

    /** Removes the link to this chat; another is left as it is. */
    void unlink(VisitId visit, ChatId chat);

    /** The chat that an open visit has; empty also when the visit is gone. */
    Optional<ChatId> chatOf(VisitId visit);

    /**
     * How much longer each visit lives, unless it is renewed; those that are over are left out. In
     * one round trip.
     */
    Map<VisitId, Duration> lives(Collection<VisitId> visits);

    /** IP address and host name of the visit, if they are kept. */
    Optional<Whereabouts> address(VisitId visit);
}
