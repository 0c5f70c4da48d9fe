package org.lethe.chat.live;

import java.util.List;
import java.util.function.Consumer;
import org.lethe.chat.conversation.ChatStore;
import org.lethe.contracts.chat.LogEntry;
import org.lethe.contracts.id.ChatId;

/** Reads the log of a chat page by page, so that a long chat is never in memory as a whole. */
final class MessageLog {
    private static final int PAGE = 200;

    private final ChatId chat;
    private final ChatStore store;

    MessageLog(ChatId chat, ChatStore store) {
        this.chat = chat;
        this.store = store;
    }

    /** The messages behind one number, up to and with another. */
    void between(long after, long last, Consumer<LogEntry> reader) {
        long from = Math.max(0, after);
        boolean more = from < last;
        while (more) {
            int most = (int) Math.min(PAGE, last - from);
            List<LogEntry> page = store.entries(chat, from, most);
            page.forEach(reader);
            from += page.size();
            more = page.size() == most && from < last;
        }
    }

    /** All messages that there are behind a number. */
    void after(long after, Consumer<LogEntry> reader) {
        between(after, Long.MAX_VALUE, reader);
    }
}
