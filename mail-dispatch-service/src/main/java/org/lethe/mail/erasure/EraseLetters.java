package org.lethe.mail.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lethe.contracts.event.ErasureEvent.ErasureRequested;
import org.lethe.contracts.event.RemainsKind;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ErasureId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.VisitId;
import org.lethe.mail.letter.LetterLeases;
import org.lethe.runtime.erasure.ErasedScopes;
import org.lethe.runtime.erasure.ErasureStep;

/** Removes erased letters, and tells those that a mail server had already. */
@ApplicationScoped
class EraseLetters implements ErasureStep {

    private final ErasedScopes erased;
    private final LetterLeases leases;

    @Inject
    EraseLetters(ErasedScopes erased, LetterLeases leases) {
        this.erased = erased;
        this.leases = leases;
    }

    @Override
    public Map<RemainsKind, Integer> remove(ErasureRequested request) {
        Set<LetterId> named = new LinkedHashSet<>(erased.destroyed(request, LetterId.class));
        int gone = 0;
        int handedOver = 0;
        for (LetterId letter : lettersOf(request)) {
            if (leases.wasHandedOver(letter)) {
                handedOver++;
            } else if (named.contains(letter)) {
                gone++;
            }
        }
        return Map.of(RemainsKind.LETTERS, gone, RemainsKind.HANDED_OVER, handedOver);
    }

    /** The letters themselves, and those that may have been made of the chats before; each once. */
    private static Set<LetterId> lettersOf(ErasureRequested request) {
        var letters = new LinkedHashSet<LetterId>();
        request.scopes().stream().flatMap(EraseLetters::lettersOf).forEach(letters::add);
        return letters;
    }

    private static Stream<LetterId> lettersOf(ScopeId scope) {
        return switch (scope) {
            case LetterId letter -> Stream.of(letter);
            case ChatId chat ->
                    IntStream.range(0, LetterId.MAX_LETTERS)
                            .mapToObj(ordinal -> LetterId.of(chat, ordinal));
            // A visit's letters are its chat's; an erasure makes none.
            case VisitId _ -> Stream.of();
            case ErasureId _ -> Stream.of();
        };
    }
}
