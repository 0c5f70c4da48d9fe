package org.lethe.chat.conversation;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lethe.contracts.chat.Author;
import org.lethe.contracts.chat.LogEntry;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.frame.ChatState;
import org.lethe.contracts.frame.Speaker;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ClientMessageId;
import org.lethe.contracts.id.FileId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.signal.ChatSignal;
import org.lethe.contracts.signal.DeskSignal;
import org.lethe.contracts.signal.Farewell;
import org.lethe.runtime.problem.Refusal;

/** Chats in memory, that behave as in Redis; {@link ChatStoreContract} sees to it. */
public final class FakeChatStore extends ChatShelf implements ChatStore {

    private final Map<ChatId, Integer> toldLost = new HashMap<>();
    private final Map<ChatId, Boolean> toldWaited = new HashMap<>();
    private int renewals;

    public FakeChatStore(FakeBus bus, Clock clock) {
        super(bus, clock);
    }

    /** Queues an open chat; false if it is gone or erased now. */
    public boolean queue(ChatId id, byte[] form, int questions, byte[] address) {
        synchronized (this) {
            FakeChat chat = present(id);
            if (chat == null || chat.isErasing()) {
                return false;
            }
            if (!chat.queue(form, questions, address, clock.instant())) {
                return true;
            }
        }
        tellBoard(id);
        return true;
    }

    /** First step of the end; empty when the chat is gone, false when it was done before. */
    public Optional<Boolean> beginEnding(ChatId id, EndReason reason) {
        synchronized (this) {
            FakeChat chat = present(id);
            if (chat == null || chat.isErasing() || chat.state().isEmpty()) {
                return Optional.empty();
            }
            if (!chat.beginEnding(reason, clock.instant())) {
                return Optional.of(false);
            }
        }
        signal(id, new ChatSignal.Moved(ChatState.ENDING, Optional.empty()));
        tellBoard(id);
        return Optional.of(true);
    }

    /** Chats that were queued and do not end, whose visitors count as there until then at most. */
    public synchronized Map<ChatId, VisitId> unseen(Instant then) {
        answer();
        var unseen = new LinkedHashMap<ChatId, VisitId>();
        for (FakeChat chat : chats.values()) {
            if (chat.isWatched() && !chat.seenUntil.isAfter(then)) {
                unseen.put(chat.id, VisitId.of(chat.meta.getOrDefault("visit", "")));
            }
        }
        return unseen;
    }

    /** Until when the visitor of a chat counts as there; empty when nobody is waited for. */
    public synchronized Optional<Instant> seenUntil(ChatId id) {
        return Optional.ofNullable(present(id)).filter(FakeChat::isWatched).map(it -> it.seenUntil);
    }

    /** No page of the visitor is in the chat since then; empty: one is back. */
    public void setLeft(ChatId id, Optional<Instant> since) {
        synchronized (this) {
            FakeChat chat = present(id);
            if (chat == null || !chat.setLeft(since)) {
                return;
            }
        }
        signal(id, new ChatSignal.Left(since));
    }

    public synchronized void setSeenUntil(ChatId id, Instant until) {
        Optional.ofNullable(present(id)).ifPresent(chat -> chat.seenUntil = until);
    }

    /** Second step; empty if an erasure came between, or the first step was not done. */
    public Optional<Farewell> finishEnding(ChatId id) {
        Farewell farewell;
        AccountId account;
        synchronized (this) {
            FakeChat chat = present(id);
            if (chat == null || chat.isErasing() || !chat.state().equals("ending")) {
                return Optional.empty();
            }
            account = AccountId.of(chat.meta.getOrDefault("account", ""));
            farewell = chat.farewell(clock.instant());
            farewells.put(id, farewell);
            chats.remove(id);
        }
        signal(id, new ChatSignal.Ended(farewell));
        bus.publish("desk:" + account, new DeskSignal.Ended(id).bytes());
        return Optional.of(farewell);
    }

    @Override
    public synchronized void tellLost(ChatId chat, AccountId account, boolean waited) {
        answer();
        toldLost.merge(chat, 1, Integer::sum);
        toldWaited.putIfAbsent(chat, waited);
    }

    /** Whether a lost chat was said to have waited, by who told of it first. */
    public synchronized boolean toldWaited(ChatId chat) {
        return toldWaited.getOrDefault(chat, false);
    }

    /** How often the suite was to be told that the chat was lost. */
    public synchronized int toldLost(ChatId chat) {
        return toldLost.getOrDefault(chat, 0);
    }

    public synchronized int renewals() {
        return renewals;
    }

    @Override
    public synchronized Map<ChatId, ChatMeta> metas(Collection<ChatId> ids) {
        var metas = new LinkedHashMap<ChatId, ChatMeta>();
        for (ChatId id : ids) {
            FakeChat chat = present(id);
            if (chat != null) {
                metas.put(id, new ChatMeta(chat.meta));
            }
        }
        return metas;
    }

    @Override
    public synchronized List<ChatId> openChats(AccountId account) {
        answer();
        return chats.values().stream()
                .filter(chat -> account.value().equals(chat.meta.get("account")))
                .map(chat -> chat.id)
                .toList();
    }

    @Override
    public synchronized Set<ChatId> vanished(Collection<ChatId> ids) {
        answer();
        var vanished = new HashSet<>(ids);
        vanished.removeAll(chats.keySet());
        return vanished;
    }

    @Override
    public Stored append(ChatId id, Author author, ClientMessageId message, byte[] sealed) {
        FakeChat.Appended appended;
        synchronized (this) {
            FakeChat chat = present(id);
            if (chat == null) {
                throw new Refusal(ErrorCode.CHAT_ENDED);
            }
            Instant now = Instant.ofEpochMilli(clock.millis());
            appended = chat.append(author, message, sealed, now);
        }
        appended.entry().ifPresent(entry -> signal(id, new ChatSignal.Appended(entry)));
        return appended.stored();
    }

    @Override
    public synchronized List<LogEntry> entries(ChatId id, long after, int most) {
        FakeChat chat = present(id);
        return chat == null
                ? List.of()
                : chat.log.stream().filter(entry -> entry.seq() > after).limit(most).toList();
    }

    @Override
    public synchronized ChatContents contents(ChatId id) {
        return new ChatContents(form(id), address(id), entries(id, 0, PAGE));
    }

    @Override
    public synchronized Optional<byte[]> form(ChatId id) {
        return Optional.ofNullable(present(id)).map(chat -> chat.form);
    }

    @Override
    public synchronized Optional<byte[]> address(ChatId id) {
        return Optional.ofNullable(present(id)).map(chat -> chat.address);
    }

    @Override
    public synchronized Optional<byte[]> file(ChatId id, FileId file) {
        return Optional.ofNullable(present(id)).map(chat -> chat.files.get(file));
    }

    @Override
    public synchronized int countFiles(ChatId id) {
        return Optional.ofNullable(present(id)).map(chat -> chat.files.size()).orElse(0);
    }

    @Override
    public void accept(ChatId id, AccountId account, OperatorId operator, String sealedName) {
        synchronized (this) {
            FakeChat chat = present(id);
            if (chat == null || !account.value().equals(chat.meta.get("account"))) {
                throw new Refusal(ErrorCode.NOT_FOUND);
            }
            if (!chat.accept(operator, sealedName)) {
                return;
            }
        }
        signal(id, new ChatSignal.Moved(ChatState.ACTIVE, Optional.of(sealedName)));
        tellBoard(id);
    }

    @Override
    public synchronized boolean isIn(ChatId id, AccountId account, OperatorId operator) {
        FakeChat chat = present(id);
        return chat != null
                && account.value().equals(chat.meta.get("account"))
                && chat.operators.contains(operator.value());
    }

    @Override
    public void markRead(ChatId id, Speaker by, long seq) {
        synchronized (this) {
            FakeChat chat = present(id);
            if (chat == null || !chat.markRead(by, seq)) {
                return;
            }
        }
        signal(id, new ChatSignal.Read(by, seq));
    }

    @Override
    public synchronized void renew(ChatId id) {
        answer();
        renewals++;
    }

    @Override
    public synchronized Optional<Farewell> farewell(ChatId id) {
        answer();
        return Optional.ofNullable(farewells.get(id));
    }
}
