package org.lethe.presence.chats;

import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.id.VisitId;

/** The links from visits to chats; what concerns a visit that is not open is ignored. */
interface ChatLinks {

    /** The visitor waits for an operator. */
    void requested(VisitId visit, ChatId chat);

    /** The visitor talks to this operator. */
    void accepted(VisitId visit, ChatId chat, OperatorId operator);

    /** The chat is over; a link to a later one stays. */
    void ended(VisitId visit, ChatId chat);

    /** The chat was destroyed, and nothing is left that tells whose it was. */
    void destroyed(AccountId account, ChatId chat);
}
