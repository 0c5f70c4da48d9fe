package org.lethe.chat.loss;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.event.LetterKind;
import org.lethe.contracts.event.LossEvent;
import org.lethe.contracts.event.LossEvent.ChatLossNoted;
import org.lethe.contracts.event.LossEvent.LetterLossNoted;
import org.lethe.contracts.event.LossReason;
import org.lethe.contracts.frame.DeskServerFrame.ChatLosses;
import org.lethe.contracts.frame.DeskServerFrame.LetterLosses;
import org.lethe.contracts.frame.DeskServerFrame.Losses;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ScopeId;

/**
 * The losses of the last day by account: each once, however often it was noted; ids and codes.
 *
 * <p>Of very many not all are known: what is told says "at least".
 */
final class LossBook {

    /** As long as the topic keeps them; it may keep them a little longer. */
    static final Duration CEILING = Duration.ofDays(1);

    /**
     * Beyond these, losses are no longer taken down: what is told are numbers that are too small.
     */
    static final int MOST_OF_AN_ACCOUNT = 10_000;

    private static final int MOST = 50_000;

    private static final Comparator<LetterLosses> IN_ORDER =
            Comparator.comparing(
                            LetterLosses::kind,
                            Comparator.nullsLast(Comparator.<LetterKind>naturalOrder()))
                    .thenComparing(LetterLosses::reason);

    private final Map<AccountId, Map<ScopeId, Noted>> losses = new HashMap<>();
    private final Clock clock;
    private int size;

    LossBook(Clock clock) {
        this.clock = clock;
    }

    /**
     * Takes a loss down.
     *
     * @param at when it was noted, of which the first counts
     */
    synchronized void note(LossEvent loss, Instant at) {
        if (isOver(at)) {
            return;
        }
        Map<ScopeId, Noted> noted = losses.computeIfAbsent(loss.account(), _ -> new HashMap<>());
        Noted before = noted.get(loss.lost());
        if (before != null) {
            noted.put(loss.lost(), before.knowing(loss));
        } else if (noted.size() < MOST_OF_AN_ACCOUNT && size < MOST) {
            noted.put(loss.lost(), new Noted(loss, at));
            size++;
        }
    }

    /** All that an account lost within the last day. */
    synchronized Losses of(AccountId account) {
        List<Noted> noted =
                losses.getOrDefault(account, Map.of()).values().stream()
                        .filter(loss -> !isOver(loss.at))
                        .toList();
        return new Losses(letters(noted), chats(noted).orElse(null));
    }

    /** Lets go of what is older than a day, and tells whose it was. */
    synchronized Set<AccountId> forget() {
        var changed = new HashSet<AccountId>();
        losses.forEach((account, noted) -> {
            if (noted.values().removeIf(loss -> isOver(loss.at))) {
                changed.add(account);
            }
        });
        losses.values().removeIf(Map::isEmpty);
        size = losses.values().stream().mapToInt(Map::size).sum();
        return changed;
    }

    private boolean isOver(Instant at) {
        return !at.plus(CEILING).isAfter(clock.instant());
    }

    private static List<LetterLosses> letters(List<Noted> noted) {
        return noted.stream()
                .filter(loss -> loss.event instanceof LetterLossNoted)
                .collect(Collectors.groupingBy(loss -> Sort.of((LetterLossNoted) loss.event)))
                .entrySet()
                .stream()
                .map(sort ->
                        new LetterLosses(
                                sort.getKey().kind,
                                sort.getKey().reason,
                                sort.getValue().size(),
                                last(sort.getValue())))
                .sorted(IN_ORDER)
                .toList();
    }

    private static Optional<ChatLosses> chats(List<Noted> noted) {
        List<Noted> chats =
                noted.stream().filter(loss -> loss.event instanceof ChatLossNoted).toList();
        long waited = chats.stream().filter(loss -> ((ChatLossNoted) loss.event).waited()).count();
        return chats.isEmpty()
                ? Optional.empty()
                : Optional.of(new ChatLosses(chats.size(), (int) waited, last(chats)));
    }

    private static Instant last(Collection<Noted> noted) {
        return noted.stream().map(Noted::at).max(Comparator.naturalOrder()).orElseThrow();
    }

    private record Noted(LossEvent event, Instant at) {

        /** The same loss, told once more by somebody who may know of what kind it was. */
        Noted knowing(LossEvent again) {
            boolean isNews =
                    event instanceof LetterLossNoted letter
                            && letter.kind() == null
                            && again instanceof LetterLossNoted;
            return isNews ? new Noted(again, at) : this;
        }
    }

    /** Letters that are told as one number. */
    private record Sort(@Nullable LetterKind kind, LossReason reason) {

        static Sort of(LetterLossNoted loss) {
            return new Sort(loss.kind(), loss.reason());
        }
    }
}
