package org.lethe.chat.conversation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.lethe.contracts.chat.Author;
import org.lethe.contracts.chat.LogEntry;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.frame.Speaker;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ClientMessageId;
import org.lethe.contracts.id.FileId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.signal.Farewell;
import org.lethe.privacy.vault.Lookup;
import org.lethe.runtime.problem.Refusal;

/** Where chats lie, sealed. */
public interface ChatStore {

    /** Of one page of a log, so that a long chat is never in memory as a whole. */
    int PAGE = 200;

    /** The caller closes the cipher of an open chat, as with {@link OpenChat#of}. */
    Lookup lookup(ChatId chat);

    /**
     * An open chat, for the caller to close; empty if it was destroyed. Refuses as lost what went
     * with a store, and as unavailable what can't be read now.
     */
    default Optional<OpenChat> open(ChatId chat) {
        return switch (lookup(chat)) {
            case Lookup.Open found -> Optional.of(OpenChat.of(chat, found));
            case Lookup.Destroyed _ -> Optional.empty();
            case Lookup.Unavailable(var reason) -> throw Refusal.of(reason);
        };
    }

    /** Does something with a chat that is open, and closes it; as {@link #open} otherwise. */
    default <T> Optional<T> whileOpen(ChatId chat, Function<OpenChat, T> what) {
        return open(chat)
                .map(found -> {
                    try (found) {
                        return what.apply(found);
                    }
                });
    }

    /** In one round trip; chats that are gone or can't be read are left out. */
    Map<ChatId, ChatMeta> metas(Collection<ChatId> chats);

    /** The account's chats that are open. */
    List<ChatId> openChats(AccountId account);

    /** Those of the chats that are not open any more. */
    Set<ChatId> vanished(Collection<ChatId> chats);

    /**
     * Appends once for each author and id. Refuses as ended, as too large what a chat would not
     * hold, and as not found from an operator who is not in it.
     */
    Stored append(ChatId chat, Author author, ClientMessageId id, byte[] sealed);

    /** Messages with a higher number than {@code after}, in order, at most so many. */
    List<LogEntry> entries(ChatId chat, long after, int most);

    /** Reads the messages behind one number, up to and with another, page by page. */
    default void read(ChatId chat, long after, long last, Consumer<LogEntry> reader) {
        long from = Math.max(0, after);
        boolean more = from < last;
        while (more) {
            int most = (int) Math.min(PAGE, last - from);
            List<LogEntry> page = entries(chat, from, most);
            page.forEach(reader);
            from += page.size();
            more = page.size() == most && from < last;
        }
    }

    /** In one round trip. */
    ChatContents contents(ChatId chat);

    Optional<byte[]> form(ChatId chat);

    Optional<byte[]> address(ChatId chat);

    Optional<byte[]> file(ChatId chat, FileId file);

    int countFiles(ChatId chat);

    /**
     * The first operator gets a queued chat. Refuses the others as in conflict, and as not found
     * who is of another account, or comes when it is over.
     */
    void accept(ChatId chat, AccountId account, OperatorId operator, String sealedName);

    /** Whether the chat is of this account and the operator is in it. */
    boolean isIn(ChatId chat, AccountId account, OperatorId operator);

    void markRead(ChatId chat, Speaker by, long seq);

    /** Puts off the deadline: somebody wrote. */
    void renew(ChatId chat);

    /** How a chat ended that was destroyed within the last day, by whatever. */
    Optional<Farewell> farewell(ChatId chat);

    /** Whether the chat went with its store. False while that can't be told. */
    default boolean isLost(ChatId chat) {
        try {
            open(chat).ifPresent(OpenChat::close);
            return false;
        } catch (Refusal refusal) {
            return refusal.code() == ErrorCode.SCOPE_LOST;
        }
    }

    /**
     * Tells the suite once that a chat went with its store.
     *
     * @param waited whether it is known to have waited for an operator
     */
    void tellLost(ChatId chat, AccountId account, boolean waited);

    /** A message that is in the log: now, or since an earlier attempt with the same id. */
    record Stored(long seq, Instant at) {}
}
