package org.lethe.mail.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lethe.contracts.event.ErasureEvent.ErasureRequested;
import org.lethe.contracts.event.RemainsKind;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ErasureId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.VisitId;
import org.lethe.mail.letter.Custody;
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
        List<LetterId> named = erased.destroyed(request, LetterId.class);
        // The letters themselves, and those that may have been made of the chats before.
        Map<Custody, Set<LetterId>> all =
                request.scopes().stream()
                        .flatMap(EraseLetters::lettersOf)
                        .distinct()
                        .collect(Collectors.groupingBy(leases::custody, Collectors.toSet()));
        Set<LetterId> ours = all.getOrDefault(Custody.OURS, Set.of());
        return Map.of(
                RemainsKind.LETTERS,
                (int) named.stream().filter(ours::contains).count(),
                RemainsKind.HANDED_OVER,
                all.getOrDefault(Custody.HANDED_OVER, Set.of()).size(),
                RemainsKind.PERHAPS_DELIVERED,
                all.getOrDefault(Custody.PERHAPS, Set.of()).size());
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
