package org.lethe.chat.conversation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.scope.Whereabouts;
import org.lethe.runtime.problem.Refusal;

/** Visits in memory, and the chats that they have. */
public final class FakeVisitLinks implements VisitLinks {

    private final Set<VisitId> open = new HashSet<>();
    private final Set<VisitId> lost = new HashSet<>();
    private final Map<VisitId, ChatId> chats = new HashMap<>();
    private final Map<VisitId, Whereabouts> addresses = new HashMap<>();
    private @Nullable Runnable beforeNextLink;

    public synchronized void open(VisitId visit, @Nullable Whereabouts address) {
        open.add(visit);
        if (address != null) {
            addresses.put(visit, address);
        }
    }

    public synchronized void destroy(VisitId visit) {
        open.remove(visit);
        chats.remove(visit);
        addresses.remove(visit);
    }

    public synchronized void lose(VisitId visit) {
        destroy(visit);
        lost.add(visit);
    }

    /** Something that happens just before a link is made: another tab is faster. */
    public synchronized void beforeNextLink(Runnable what) {
        beforeNextLink = what;
    }

    @Override
    public synchronized Optional<ChatId> link(
            VisitId visit, ChatId chat, Optional<ChatId> expected) {
        Runnable before = beforeNextLink;
        beforeNextLink = null;
        if (before != null) {
            before.run();
        }
        if (lost.contains(visit)) {
            throw new Refusal(ErrorCode.SCOPE_LOST);
        }
        if (!open.contains(visit)) {
            throw new Refusal(ErrorCode.SCOPE_DESTROYED);
        }
        Optional<ChatId> present = Optional.ofNullable(chats.get(visit));
        if (!present.equals(expected)) {
            return present;
        }
        chats.put(visit, chat);
        return Optional.of(chat);
    }

    @Override
    public synchronized void unlink(VisitId visit, ChatId chat) {
        chats.remove(visit, chat);
    }

    @Override
    public synchronized Optional<ChatId> chatOf(VisitId visit) {
        return Optional.ofNullable(chats.get(visit));
    }

    @Override
    public synchronized Optional<Whereabouts> address(VisitId visit) {
        return Optional.ofNullable(addresses.get(visit));
    }
}
