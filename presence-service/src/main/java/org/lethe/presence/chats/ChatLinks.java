package org.lethe.presence.chats;

import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.id.VisitId;

/**
 * Who is in the chats of visits; what concerns a visit that is not open, or another chat than the
 * visit's present one, is ignored.
 */
interface ChatLinks {

    /** The visitor waits for an operator. */
    void requested(VisitId visit, ChatId chat);

    /** The visitor talks to this operator. */
    void accepted(VisitId visit, ChatId chat, OperatorId operator);

    /** The chat is over. */
    void ended(VisitId visit, ChatId chat);

    /** The chat was destroyed, and nothing is left that tells whose it was. */
    void destroyed(AccountId account, ChatId chat);
}
