package org.lethe.chat.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.lethe.chat.letter.Letters;
import org.lethe.chat.live.LiveChats;
import org.lethe.contracts.event.ErasureEvent.ErasureRequested;
import org.lethe.contracts.event.RemainsKind;
import org.lethe.contracts.id.ChatId;
import org.lethe.runtime.erasure.ErasedScopes;
import org.lethe.runtime.erasure.ErasureStep;

/**
 * Removes what this service holds of erased chats: letters that nobody was told of, and the chat
 * from its sockets. Other replicas hear it by the destroy signal.
 */
@ApplicationScoped
class EraseChats implements ErasureStep {

    private final ErasedScopes erased;
    private final LiveChats liveChats;
    private final Letters letters;

    @Inject
    EraseChats(ErasedScopes erased, LiveChats liveChats, Letters letters) {
        this.erased = erased;
        this.liveChats = liveChats;
        this.letters = letters;
    }

    @Override
    public Map<RemainsKind, Integer> remove(ErasureRequested request) {
        List<ChatId> chats = erased.destroyed(request, ChatId.class);
        for (ChatId chat : chats) {
            letters.discardUnposted(chat);
            liveChats.vanish(chat);
        }
        return Map.of(RemainsKind.CHATS, chats.size());
    }
}
