package org.lethe.chat.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.lethe.chat.conversation.ChatStore;
import org.lethe.chat.ending.EndChat;
import org.lethe.chat.live.LiveChats;

/** What a console works with. */
@ApplicationScoped
class Desk {
    private final AcceptChat acceptChat;
    private final EndChat endChat;
    private final LiveChats liveChats;
    private final Boards boards;
    private final Attendance attendance;
    private final ChatStore store;

    @Inject
    Desk(
            AcceptChat acceptChat,
            EndChat endChat,
            LiveChats liveChats,
            Boards boards,
            Attendance attendance,
            ChatStore store) {
        this.acceptChat = acceptChat;
        this.endChat = endChat;
        this.liveChats = liveChats;
        this.boards = boards;
        this.attendance = attendance;
        this.store = store;
    }

    AcceptChat acceptChat() {
        return acceptChat;
    }

    EndChat endChat() {
        return endChat;
    }

    LiveChats liveChats() {
        return liveChats;
    }

    Boards boards() {
        return boards;
    }

    Attendance attendance() {
        return attendance;
    }

    ChatStore store() {
        return store;
    }
}
