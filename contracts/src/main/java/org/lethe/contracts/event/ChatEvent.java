package org.lethe.contracts.event;

import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.id.VisitId;

/** The life of a chat. */
public sealed interface ChatEvent extends Event {

    ChatId chat();

    AccountId account();

    @Override
    default String subject() {
        return chat().value();
    }

    record ChatRequested(ChatId chat, AccountId account, VisitId visit) implements ChatEvent {}

    record ChatAccepted(
            ChatId chat, AccountId account, VisitId visit, OperatorId operator, long waitedMillis)
            implements ChatEvent {}

    record ChatEnded(
            ChatId chat,
            AccountId account,
            VisitId visit,
            EndReason reason,
            int messages,
            int files,
            int letters,
            long durationMillis)
            implements ChatEvent {}

    record ChatDestroyed(ChatId chat, AccountId account, DestroyReason reason)
            implements ChatEvent {}

    /**
     * It went with its store: nobody ended or destroyed it. Told of those that somebody was
     * connected with, or came back to.
     */
    record ChatLost(ChatId chat, AccountId account) implements ChatEvent {}
}
