package org.lethe.chat.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.lethe.chat.letter.Letters;
import org.lethe.chat.live.LiveChats;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.event.ErasureEvent.ErasureAcknowledged;
import org.lethe.contracts.event.ErasureEvent.ErasureRequested;
import org.lethe.contracts.event.RemainsKind;
import org.lethe.contracts.event.ServiceName;
import org.lethe.contracts.id.ChatId;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.vault.DestroyOutcome;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.event.EventSender;
import org.lethe.runtime.problem.Refusal;

/**
 * Removes what this service holds of erased chats, and says so. The keys are destroyed already;
 * other replicas heard it by the destroy signal.
 */
@ApplicationScoped
class EraseChats {
    private static final Log LOG = Log.of(EraseChats.class);

    private final Vault vault;
    private final LiveChats liveChats;
    private final Letters letters;
    private final EventSender sender;

    @Inject
    EraseChats(Vault vault, LiveChats liveChats, Letters letters, EventSender sender) {
        this.vault = vault;
        this.liveChats = liveChats;
        this.letters = letters;
        this.sender = sender;
    }

    /** May be repeated: what is gone is counted once. */
    void erase(ErasureRequested request) {
        List<ChatId> chats =
                request.scopes().stream()
                        .filter(ChatId.class::isInstance)
                        .map(ChatId.class::cast)
                        .toList();
        var removed = new EnumMap<RemainsKind, Integer>(RemainsKind.class);
        for (ChatId chat : chats) {
            if (erase(chat)) {
                removed.merge(RemainsKind.CHATS, 1, Integer::sum);
            }
        }
        sender.send(
                new ErasureAcknowledged(
                        request.erasure(), ServiceName.CHAT_SERVICE, Map.copyOf(removed)));
        LOG.info(
                "An erasure is acknowledged",
                LogKey.ERASURE.of(request.erasure()),
                LogKey.COUNT.of(chats.size()));
    }

    /** Whether anything was left of it. */
    private boolean erase(ChatId chat) {
        boolean remained =
                switch (vault.destroy(chat, DestroyReason.ERASED, List.of())) {
                    case DestroyOutcome.Destroyed ignored -> true;
                    case DestroyOutcome.AlreadyGone ignored -> false;
                    case DestroyOutcome.Unavailable ignored ->
                            throw new Refusal(ErrorCode.UNAVAILABLE);
                };
        letters.discardUnposted(chat);
        return liveChats.vanish(chat) || remained;
    }
}
