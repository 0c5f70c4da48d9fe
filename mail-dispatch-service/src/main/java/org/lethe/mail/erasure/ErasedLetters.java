package org.lethe.mail.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.lethe.contracts.event.RemainsKind;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ErasureId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.VisitId;
import org.lethe.mail.lease.LetterOutcomes;

/** Counts what became of the letters that an erasure is about. */
@ApplicationScoped
class ErasedLetters {

    private final LetterOutcomes outcomes;

    @Inject
    ErasedLetters(LetterOutcomes outcomes) {
        this.outcomes = outcomes;
    }

    Map<RemainsKind, Integer> count(Collection<ScopeId> scopes) {
        int erased = 0;
        int handedOver = 0;
        for (LetterId letter : lettersOf(scopes)) {
            if (outcomes.wasHandedOver(letter)) {
                handedOver++;
            } else if (scopes.contains(letter)) {
                erased++;
            }
        }
        return Map.of(RemainsKind.LETTERS, erased, RemainsKind.HANDED_OVER, handedOver);
    }

    /** The letters themselves, and those that may have been made of the chats before. */
    private static Set<LetterId> lettersOf(Collection<ScopeId> scopes) {
        var letters = new LinkedHashSet<LetterId>();
        for (ScopeId scope : scopes) {
            switch (scope) {
                case LetterId letter -> letters.add(letter);
                case ChatId chat -> {
                    for (int ordinal = 0; ordinal < LetterId.MAX_LETTERS; ordinal++) {
                        letters.add(LetterId.of(chat, ordinal));
                    }
                }
                case VisitId ignored -> {
                    // Its letters are its chat's.
                }
                case ErasureId ignored -> {
                    // An erasure makes no letters.
                }
            }
        }
        return letters;
    }
}
