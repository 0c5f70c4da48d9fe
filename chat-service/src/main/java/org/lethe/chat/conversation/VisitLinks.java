package org.lethe.chat.conversation;

import java.util.Optional;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.scope.Whereabouts;

/** What ties a chat to the visit that it came from. */
public interface VisitLinks {

    /** Links the visit to a chat, if it has the expected one, or none if that is empty. */
    Linked link(VisitId visit, ChatId chat, Optional<ChatId> expected);

    /** Removes the link to this chat; another is left as it is. */
    void unlink(VisitId visit, ChatId chat);

    /** The chat that an open visit has; empty also when the visit is gone. */
    Optional<ChatId> chatOf(VisitId visit);

    /** IP address and host name of the visit, if they are kept. */
    Optional<Whereabouts> address(VisitId visit);

    /** What became of a link. */
    sealed interface Linked {
        record Done() implements Linked {}

        /** The visit has another chat, or none. */
        record Otherwise(Optional<ChatId> chat) implements Linked {}

        /** The visit is destroyed, or about to be erased. */
        record Gone() implements Linked {}

        /** The visit was lost with its store: nobody destroyed it. */
        record Lost() implements Linked {}
    }
}
