package org.lethe.chat.ending;

import java.util.Collection;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.Gatherers;
import org.lethe.contracts.id.ChatId;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.runtime.problem.Refusal;

/**
 * Begins the ends of many chats, some at a time. One that fails is logged and keeps no other from
 * its end; the next sweep finds it again.
 */
final class EndAttempts {
    private static final Log LOG = Log.of(EndAttempts.class);

    private static final int AT_ONCE = 8;

    private EndAttempts() {}

    /** Returns when all were tried. */
    static void all(Collection<ChatId> chats, Consumer<ChatId> end) {
        var _ =
                chats.stream()
                        .gather(
                                Gatherers.mapConcurrent(
                                        AT_ONCE,
                                        chat -> {
                                            one(chat, end);
                                            return chat;
                                        }))
                        .toList();
    }

    private static void one(ChatId chat, Consumer<ChatId> end) {
        try {
            end.accept(chat);
        } catch (RuntimeException e) {
            failed(chat, e);
        }
    }

    /** Logs what kept a chat from its end. */
    static void failed(ChatId chat, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException wrapped && wrapped.getCause() != null
                        ? wrapped.getCause()
                        : failure;
        if (cause instanceof Refusal || cause instanceof StoreUnavailableException) {
            LOG.warn("A chat could not be ended yet", LogKey.SCOPE.of(chat));
        } else {
            LOG.error("A chat could not be ended", cause, LogKey.SCOPE.of(chat));
        }
    }
}
