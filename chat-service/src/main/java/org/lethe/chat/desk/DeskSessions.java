package org.lethe.chat.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.lethe.chat.conversation.ChatStore;
import org.lethe.chat.ending.EndChat;
import org.lethe.chat.limit.ConnectionLimits;
import org.lethe.chat.limit.LimitSettings;
import org.lethe.chat.live.LiveChats;

/** Opens a session for each console. */
@ApplicationScoped
class DeskSessions {
    private final AcceptChat acceptChat;
    private final EndChat endChat;
    private final LiveChats liveChats;
    private final Boards boards;
    private final Attendance attendance;
    private final ChatStore store;
    private final LimitSettings limits;

    @Inject
    DeskSessions(
            AcceptChat acceptChat,
            EndChat endChat,
            LiveChats liveChats,
            Boards boards,
            Attendance attendance,
            ChatStore store,
            LimitSettings limits) {
        this.acceptChat = acceptChat;
        this.endChat = endChat;
        this.liveChats = liveChats;
        this.boards = boards;
        this.attendance = attendance;
        this.store = store;
        this.limits = limits;
    }

    DeskSession open(Console console) {
        return new DeskSession(
                console,
                new DeskSeats(console, liveChats, new ConnectionLimits(limits)),
                new DeskBoard(console, store::metas),
                boards,
                new ConsoleAttendance(attendance, console),
                acceptChat,
                endChat);
    }
}
