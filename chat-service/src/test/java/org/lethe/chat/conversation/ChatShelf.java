package org.lethe.chat.conversation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.FileId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.scope.Compartment;
import org.lethe.contracts.scope.Meta;
import org.lethe.contracts.signal.ChatSignal;
import org.lethe.contracts.signal.Farewell;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.privacy.vault.Lookup;
import org.lethe.privacy.vault.Unavailability;

/** What {@link FakeChatStore} stands on: chats in memory, which tests open, take away and hide. */
abstract class ChatShelf {

    final Map<ChatId, FakeChat> chats = new LinkedHashMap<>();
    final Map<ChatId, Farewell> farewells = new HashMap<>();
    final FakeBus bus;
    final Clock clock;
    private final Set<ChatId> lost = new HashSet<>();
    private final List<ScopeCipher> ciphers = new ArrayList<>();
    private boolean away;
    private boolean unreadable;

    ChatShelf(FakeBus bus, Clock clock) {
        this.bus = bus;
        this.clock = clock;
    }

    /** Opens a chat with nothing in it. */
    public synchronized ScopeCipher open(ChatId id, AccountId account, VisitId visit) {
        FakeChat chat = chats.computeIfAbsent(id, FakeChat::new);
        chat.meta.put("account", account.value());
        chat.meta.put("visit", visit.value());
        chat.meta.putIfAbsent("created", Long.toString(clock.millis()));
        return tracked(chat.cipher());
    }

    /** As an erasure does it. */
    public synchronized void destroy(ChatId id) {
        FakeChat chat = chats.remove(id);
        if (chat != null && !chat.state().isEmpty()) {
            farewells.put(id, chat.farewell(EndReason.ERASURE, clock.instant()));
        }
    }

    /** A day later nothing is told of how a chat ended. */
    public synchronized void forgetFarewell(ChatId id) {
        farewells.remove(id);
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

    /** As {@link ChatStore#lookup}. */
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

    final @Nullable FakeChat present(ChatId id) {
        answer();
        return chats.get(id);
    }

    final void answer() {
        if (away) {
            throw new StoreUnavailableException(new IllegalStateException("away"));
        }
    }

    final ScopeCipher tracked(ScopeCipher cipher) {
        ciphers.add(cipher);
        return cipher;
    }

    final void signal(ChatId id, ChatSignal signal) {
        bus.publish("chat:" + id, signal.bytes());
    }

    final void tellBoard(ChatId id) {
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
