package org.lethe.chat.conversation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lethe.contracts.chat.Author;
import org.lethe.contracts.chat.LogEntry;
import org.lethe.contracts.frame.Speaker;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ClientMessageId;
import org.lethe.contracts.id.FileId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.signal.Farewell;
import org.lethe.privacy.vault.Lookup;

/** Where chats lie, sealed. */
public interface ChatStore {

    /** The caller closes the cipher of an open chat, as with {@link OpenChat#of}. */
    Lookup lookup(ChatId chat);

    /** In one round trip; chats that are gone or can't be read are left out. */
    Map<ChatId, ChatMeta> metas(Collection<ChatId> chats);

    /** The account's chats that are open. */
    List<ChatId> openChats(AccountId account);

    /** Those of the chats that are not open any more. */
    Set<ChatId> vanished(Collection<ChatId> chats);

    /** Appends once for each author and id. */
    Appended append(ChatId chat, Author author, ClientMessageId id, byte[] sealed);

    /** Messages with a higher number than {@code after}, in order, at most so many. */
    List<LogEntry> entries(ChatId chat, long after, int most);

    Optional<byte[]> form(ChatId chat);

    Optional<byte[]> address(ChatId chat);

    Optional<byte[]> file(ChatId chat, FileId file);

    int countFiles(ChatId chat);

    /** The first operator gets a queued chat. */
    Accepted accept(ChatId chat, AccountId account, OperatorId operator, String sealedName);

    /** Whether the chat is of this account and the operator is in it. */
    boolean isIn(ChatId chat, AccountId account, OperatorId operator);

    void markRead(ChatId chat, Speaker by, long seq);

    /** Puts off the deadline: somebody wrote. */
    void renew(ChatId chat);

    /** How a chat that ended a moment ago ended. */
    Optional<Farewell> farewell(ChatId chat);
}
