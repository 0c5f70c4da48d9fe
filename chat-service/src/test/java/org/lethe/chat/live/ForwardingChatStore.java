package org.lethe.chat.live;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lethe.chat.conversation.Accepted;
import org.lethe.chat.conversation.Appended;
import org.lethe.contracts.chat.Author;
import org.lethe.chat.conversation.ChatLookup;
import org.lethe.chat.conversation.ChatMeta;
import org.lethe.chat.conversation.ChatStore;
import org.lethe.contracts.signal.Farewell;
import org.lethe.contracts.chat.LogEntry;
import org.lethe.contracts.frame.Speaker;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ClientMessageId;
import org.lethe.contracts.id.FileId;
import org.lethe.contracts.id.OperatorId;

/** The store, for a test that changes one of its answers. */
class ForwardingChatStore implements ChatStore {
    private final ChatStore store;

    ForwardingChatStore(ChatStore store) {
        this.store = store;
    }

    @Override
    public ChatLookup lookup(ChatId chat) {
        return store.lookup(chat);
    }

    @Override
    public Map<ChatId, ChatMeta> metas(Collection<ChatId> chats) {
        return store.metas(chats);
    }

    @Override
    public List<ChatId> openChats(AccountId account) {
        return store.openChats(account);
    }

    @Override
    public Set<ChatId> vanished(Collection<ChatId> chats) {
        return store.vanished(chats);
    }

    @Override
    public Appended append(ChatId chat, Author author, ClientMessageId id, byte[] sealed) {
        return store.append(chat, author, id, sealed);
    }

    @Override
    public List<LogEntry> entries(ChatId chat, long after, int most) {
        return store.entries(chat, after, most);
    }

    @Override
    public Optional<byte[]> form(ChatId chat) {
        return store.form(chat);
    }

    @Override
    public Optional<byte[]> address(ChatId chat) {
        return store.address(chat);
    }

    @Override
    public Optional<byte[]> file(ChatId chat, FileId file) {
        return store.file(chat, file);
    }

    @Override
    public int countFiles(ChatId chat) {
        return store.countFiles(chat);
    }

    @Override
    public Accepted accept(ChatId chat, AccountId account, OperatorId operator, String name) {
        return store.accept(chat, account, operator, name);
    }

    @Override
    public boolean isIn(ChatId chat, AccountId account, OperatorId operator) {
        return store.isIn(chat, account, operator);
    }

    @Override
    public void markRead(ChatId chat, Speaker by, long seq) {
        store.markRead(chat, by, seq);
    }

    @Override
    public void renew(ChatId chat) {
        store.renew(chat);
    }

    @Override
    public Optional<Farewell> farewell(ChatId chat) {
        return store.farewell(chat);
    }
}
