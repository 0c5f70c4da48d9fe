package org.lethe.chat.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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

    /**
     * May be repeated, and then answers the same: all chats that are named were there, and are gone
     * when this is acknowledged. What was left of them here depends on which signal was faster.
     */
    void erase(ErasureRequested request) {
        List<ChatId> chats =
                request.scopes().stream()
                        .filter(ChatId.class::isInstance)
                        .map(ChatId.class::cast)
                        .distinct()
                        .toList();
        chats.forEach(this::erase);
        sender.send(
                new ErasureAcknowledged(
                        request.erasure(),
                        ServiceName.CHAT_SERVICE,
                        Map.of(RemainsKind.CHATS, chats.size())));
        LOG.info(
                "An erasure is acknowledged",
                LogKey.ERASURE.of(request.erasure()),
                LogKey.COUNT.of(chats.size()));
    }

    private void erase(ChatId chat) {
        if (vault.destroy(chat, DestroyReason.ERASED, List.of())
                instanceof DestroyOutcome.Unavailable) {
            throw new Refusal(ErrorCode.UNAVAILABLE);
        }
        letters.discardUnposted(chat);
        liveChats.vanish(chat);
    }
}
