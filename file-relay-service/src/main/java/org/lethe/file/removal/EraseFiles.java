package org.lethe.file.removal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.lethe.contracts.event.ErasureEvent.ErasureRequested;
import org.lethe.contracts.event.RemainsKind;
import org.lethe.contracts.id.ChatId;
import org.lethe.file.blob.Removed;
import org.lethe.runtime.erasure.ErasureStep;

/** Removes the files of erased chats: the keys are gone already, here go the bytes. */
@ApplicationScoped
class EraseFiles implements ErasureStep {

    private final FileRemoval removal;

    @Inject
    EraseFiles(FileRemoval removal) {
        this.removal = removal;
    }

    /** Counts what is gone of the chats by now, whoever removed it. */
    @Override
    public Map<RemainsKind, Integer> remove(ErasureRequested request) {
        Removed removed =
                request.scopes().stream()
                        .filter(ChatId.class::isInstance)
                        .map(ChatId.class::cast)
                        .distinct()
                        .map(chat -> removal.removedOf(chat, request.account()))
                        .reduce(Removed.NOTHING, Removed::plus);
        return Map.of(
                RemainsKind.FILES,
                removed.files(),
                RemainsKind.BYTES,
                (int) Math.min(Integer.MAX_VALUE, removed.bytes()));
    }
}
