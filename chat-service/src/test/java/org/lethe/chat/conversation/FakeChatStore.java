package org.lethe.chat.conversation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.Coded;
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
import org.lethe.contracts.scope.Compartment;
import org.lethe.contracts.scope.Meta;
import org.lethe.contracts.signal.ChatSignal;
import org.lethe.contracts.signal.DeskSignal;
import org.lethe.contracts.signal.Farewell;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.privacy.retention.Lifetimes;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.privacy.vault.Lookup;
import org.lethe.privacy.vault.Unavailability;
import org.lethe.runtime.problem.Refusal;

/** Chats in memory, that behave as in Redis; {@link ChatStoreContract} sees to it. */
public final class FakeChatStore implements ChatStore {

    private static final int MOST_BYTES = 1_048_576;

    private final Map<ChatId, FakeChat> chats = new LinkedHashMap<>();
    private final Map<ChatId, Farewell> farewells = new HashMap<>();
    private final Set<ChatId> lost = new HashSet<>();
    private final Map<ChatId, Integer> toldLost = new HashMap<>();
    private final List<ScopeCipher> ciphers = new ArrayList<>();
    private final FakeBus bus;
    private final Clock clock;
    private boolean away;
    private boolean unreadable;
    private int renewals;

    public FakeChatStore(FakeBus bus, Clock clock) {
        this.bus = bus;
        this.clock = clock;
    }

    // What tests and other fakes do to it.

    /** Opens a chat with nothing in it. */
    public synchronized ScopeCipher open(ChatId id, AccountId account, VisitId visit) {
        FakeChat chat = chats.computeIfAbsent(id, FakeChat::new);
        chat.meta.put("account", account.value());
        chat.meta.put("visit", visit.value());
        chat.meta.putIfAbsent("created", Long.toString(clock.millis()));
        return tracked(chat.cipher());
    }

    /** Queues an open chat; false if it is gone or erased now. */
    public boolean queue(ChatId id, byte[] form, byte[] address) {
        synchronized (this) {
            FakeChat chat = present(id);
            if (chat == null || chat.isErasing()) {
                return false;
            }
            if (!chat.state().isEmpty()) {
                return true;
            }
            chat.form = form;
            chat.address = address.length == 0 ? null : address;
            chat.meta.put("state", "queued");
            chat.meta.put("seq", "0");
            chat.seenUntil = clock.instant().plus(Lifetimes.standard().visit());
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
            if (chat.state().equals("ending")) {
                return Optional.of(false);
            }
            chat.meta.put("state", "ending");
            chat.meta.put("reason", reason.code());
            chat.meta.put("ended", Long.toString(clock.millis()));
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
            String left = since.map(at -> Long.toString(at.toEpochMilli())).orElse(null);
            if (chat == null || (left == null) != chat.meta.containsKey("left")) {
                return;
            }
            if (left == null) {
                chat.meta.remove("left");
            } else {
                chat.meta.put("left", left);
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
            farewell =
                    new Farewell(
                            Coded.of(EndReason.class, chat.meta.getOrDefault("reason", "")),
                            (int) chat.number("seq"),
                            chat.files.size(),
                            clock.instant());
            farewells.put(id, farewell);
            chats.remove(id);
        }
        signal(id, new ChatSignal.Ended(farewell));
        bus.publish("desk:" + account, new DeskSignal.Ended(id).bytes());
        return Optional.of(farewell);
    }

    public synchronized void destroy(ChatId id) {
        chats.remove(id);
    }

    public synchronized void markErasing(ChatId id) {
        FakeChat chat = present(id);
        if (chat != null) {
            chat.meta.put("erasing", "1");
        }
    }

    /** Everything goes with the store, and nobody destroyed it. */
    public synchronized void lose() {
        lost.addAll(chats.keySet());
        lost.addAll(farewells.keySet());
        chats.clear();
        farewells.clear();
    }

    @Override
    public synchronized void tellLost(ChatId chat, AccountId account) {
        answer();
        toldLost.merge(chat, 1, Integer::sum);
    }

    /** How often the suite was to be told that the chat was lost. */
    public synchronized int toldLost(ChatId chat) {
        return toldLost.getOrDefault(chat, 0);
    }

    /** The store does not answer, or does again. */
    public synchronized void setAway(boolean isAway) {
        away = isAway;
    }

    /** Answers, but does not tell what became of a chat. */
    public synchronized void setUnreadable(boolean isUnreadable) {
        unreadable = isUnreadable;
    }

    public synchronized void putFile(ChatId id, FileId file, byte[] sealed) {
        FakeChat chat = present(id);
        if (chat != null) {
            chat.files.put(file, sealed);
        }
    }

    /** How many keys were handed out and are still held. */
    public synchronized long heldKeys() {
        return ciphers.stream().filter(cipher -> cipher.holds(Compartment.CONTENT)).count();
    }

    public synchronized int renewals() {
        return renewals;
    }

    // The port.

    @Override
    public synchronized Lookup lookup(ChatId id) {
        if (away) {
            return new Lookup.Unavailable(Unavailability.STORE_AWAY);
        }
        if (unreadable) {
            return new Lookup.Unavailable(Unavailability.KEY_UNREADABLE);
        }
        if (lost.contains(id)) {
            return new Lookup.Unavailable(Unavailability.STORE_LOST);
        }
        FakeChat chat = chats.get(id);
        return chat == null
                ? new Lookup.Destroyed()
                : new Lookup.Open(tracked(chat.cipher()), new Meta(chat.meta));
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
        LogEntry entry;
        synchronized (this) {
            FakeChat chat = present(id);
            if (chat == null || chat.isErasing() || chat.state().isEmpty()) {
                throw new Refusal(ErrorCode.CHAT_ENDED);
            }
            if (author instanceof Author.Operator operator
                    && !chat.operators.contains(operator.id().value())) {
                throw new Refusal(ErrorCode.NOT_FOUND);
            }
            Stored before = chat.known.get(author.code() + " " + message.value());
            if (before != null) {
                return before;
            }
            if (chat.state().equals("ending")) {
                throw new Refusal(ErrorCode.CHAT_ENDED);
            }
            if (chat.number("bytes") + sealed.length > MOST_BYTES) {
                throw new Refusal(ErrorCode.TOO_LARGE);
            }
            Instant now = Instant.ofEpochMilli(clock.millis());
            entry = new LogEntry(chat.number("seq") + 1, now, author, message, sealed);
            chat.log.add(entry);
            chat.meta.put("seq", Long.toString(entry.seq()));
            chat.meta.put("bytes", Long.toString(chat.number("bytes") + sealed.length));
            chat.known.put(author.code() + " " + message.value(), new Stored(entry.seq(), now));
        }
        signal(id, new ChatSignal.Appended(entry));
        return new Stored(entry.seq(), entry.at());
    }

    @Override
    public synchronized List<LogEntry> entries(ChatId id, long after, int most) {
        FakeChat chat = present(id);
        return chat == null
                ? List.of()
                : chat.log.stream().filter(entry -> entry.seq() > after).limit(most).toList();
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
            if (chat == null
                    || !account.value().equals(chat.meta.get("account"))
                    || chat.isErasing()
                    || chat.state().isEmpty()
                    || chat.state().equals("ending")) {
                throw new Refusal(ErrorCode.NOT_FOUND);
            }
            if (chat.state().equals("active")) {
                if (operator.value().equals(chat.meta.get("operator"))) {
                    return;
                }
                throw new Refusal(ErrorCode.CONFLICT);
            }
            chat.meta.put("state", "active");
            chat.meta.put("operator", operator.value());
            chat.meta.put("operatorName", sealedName);
            chat.operators.add(operator.value());
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
            String field = "read-" + by.code();
            if (chat == null
                    || chat.isErasing()
                    || chat.state().isEmpty()
                    || chat.state().equals("ending")
                    || seq > chat.number("seq")
                    || seq <= chat.number(field)) {
                return;
            }
            chat.meta.put(field, Long.toString(seq));
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

    private @Nullable FakeChat present(ChatId id) {
        answer();
        return chats.get(id);
    }

    private void answer() {
        if (away) {
            throw new StoreUnavailableException(new IllegalStateException("away"));
        }
    }

    private ScopeCipher tracked(ScopeCipher cipher) {
        ciphers.add(cipher);
        return cipher;
    }

    private void signal(ChatId id, ChatSignal signal) {
        bus.publish("chat:" + id, signal.bytes());
    }

    private void tellBoard(ChatId id) {
        ChatMeta meta;
        synchronized (this) {
            FakeChat chat = chats.get(id);
            if (chat == null) {
                return;
            }
            meta = new ChatMeta(chat.meta);
        }
        meta.moved(id).ifPresent(moved -> bus.publish("desk:" + meta.account(), moved.bytes()));
    }
}
