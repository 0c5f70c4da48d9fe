package org.lethe.chat.ending;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.lethe.chat.conversation.ChatStore;
import org.lethe.chat.conversation.OpenChat;
import org.lethe.chat.conversation.VisitLinks;
import org.lethe.chat.letter.Letters;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.signal.Farewell;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.runtime.problem.Refusal;

/**
 * Ends chats: fixes the last message, seals the letters, then posts them and destroys the chat in
 * one step. After a crash anywhere between, the sweep does the rest.
 */
@ApplicationScoped
public class EndChat {
    private static final Log LOG = Log.of(EndChat.class);
    private static final int ATTEMPTS = 3;

    /**
     * More at a time would end none earlier: they would only share the store's time, and all be
     * last.
     */
    static final int MOST_AT_ONCE = 64;

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Who asks by REST is told by then that the chat is ending. */
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final Endings endings;
    private final ChatStore store;
    private final LastLetters last;
    private final Letters letters;
    private final VisitLinks visits;
    private final EndTurns turns;

    @Inject
    EndChat(
            Endings endings,
            ChatStore store,
            LastLetters last,
            Letters letters,
            VisitLinks visits) {
        this(
                endings,
                store,
                last,
                letters,
                visits,
                new EndTurns(MOST_AT_ONCE, PATIENCE, Thread::startVirtualThread));
    }

    EndChat(
            Endings endings,
            ChatStore store,
            LastLetters last,
            Letters letters,
            VisitLinks visits,
            EndTurns turns) {
        this.endings = endings;
        this.store = store;
        this.last = last;
        this.letters = letters;
        this.visits = visits;
        this.turns = turns;
    }

    /**
     * Ends a chat, and waits a few seconds for what becomes of it; whoever asks must have the right
     * to. However many are ended at once, the first step of each is done at once. Refuses as
     * unavailable before {@link #isAble()}, as all that ends a chat does.
     */
    public Outcome end(ChatId chat, EndReason reason) {
        last.requireKnown();
        Endings.Begun begun = endings.begin(chat, reason);
        return begun == Endings.Begun.BEGUN
                ? awaited(finishInTurn(chat))
                : proceed(chat, begun).outcome();
    }

    /**
     * Has a chat begin to end, and does not wait until it has: those who are in it hear of that.
     * Who asks by a socket has more to say meanwhile, perhaps about other chats.
     */
    public void begin(ChatId chat, EndReason reason) {
        last.requireKnown();
        goOn(chat, endings.begin(chat, reason));
    }

    /** The same for a chat whose visitor has left, unless the visitor was heard of meanwhile. */
    void beginIfLeft(ChatId chat) {
        last.requireKnown();
        endings.beginIfLeft(chat).ifPresent(begun -> goOn(chat, begun));
    }

    /**
     * Whether this process may end chats; who takes an end that it can't finish keeps others from
     * it.
     */
    boolean isAble() {
        return last.areKnown();
    }

    /** Whether it waits here for its second step, or is at it. */
    boolean isInHand(ChatId chat) {
        return turns.isHere(chat);
    }

    private void goOn(ChatId chat, Endings.Begun begun) {
        if (begun == Endings.Begun.BEGUN) {
            var _ =
                    finishInTurn(chat)
                            .whenComplete((_, failure) -> {
                                if (failure != null) {
                                    EndAttempts.failed(chat, failure);
                                }
                            });
        } else {
            var _ = proceed(chat, begun);
        }
    }

    private CompletableFuture<Outcome> finishInTurn(ChatId chat) {
        long begun = System.nanoTime();
        return turns.take(
                        chat,
                        () -> proceed(chat, stillBegun(chat, begun)),
                        step -> step.looseEnds().run())
                .thenApply(step -> step.map(Step::outcome).orElseGet(Ending::new));
    }

    /** Who waited for longer than the claim lasts may have lost it to another replica. */
    private Endings.Begun stillBegun(ChatId chat, long begun) {
        boolean isOurs = System.nanoTime() - begun < endings.claim().toNanos();
        // The reason was written by the first step and stays.
        return isOurs ? Endings.Begun.BEGUN : endings.begin(chat, EndReason.IDLE);
    }

    private static Outcome awaited(CompletableFuture<Outcome> outcome) {
        try {
            return outcome.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new Ending();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Ending();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure
                    ? failure
                    : new IllegalStateException(e.getCause());
        }
    }

    private Step proceed(ChatId chat, Endings.Begun begun) {
        return switch (begun) {
            case BEGUN -> store.whileOpen(chat, this::finish).orElseGet(() -> gone(chat));
            case CLAIMED -> Step.whole(new Ending());
            case GONE -> gone(chat);
        };
    }

    private Step finish(OpenChat chat) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            switch (endings.finish(chat.id(), last.seal(chat))) {
                case Endings.Finished.Done done -> {
                    LOG.info(
                            "A chat has ended",
                            LogKey.SCOPE.of(chat.id()),
                            LogKey.REASON.of(done.farewell().reason()),
                            LogKey.COUNT.of(done.farewell().messages()));
                    VisitId visit = chat.meta().visit();
                    return new Step(
                            new Over(Optional.of(done.farewell())),
                            () -> afterwards(chat.id(), visit));
                }
                case Endings.Finished.Gone _ -> {
                    return gone(chat.id());
                }
                case Endings.Finished.Unopened _ ->
                        LOG.warn("A letter's key is gone", LogKey.SCOPE.of(chat.id()));
            }
        }
        throw new Refusal(ErrorCode.UNAVAILABLE);
    }

    /** Somebody erased the chat, or ended it before us: letters without content are nobody's. */
    private Step gone(ChatId chat) {
        forget(chat);
        Optional<Farewell> farewell = store.farewell(chat);
        if (farewell.isEmpty()) {
            // What was lost with its store has not ended: this refuses it.
            store.open(chat).ifPresent(OpenChat::close);
        }
        return Step.whole(new Over(farewell));
    }

    /** The promise is kept by now; what fails here is done by the sweep, or runs out by itself. */
    private void afterwards(ChatId chat, VisitId visit) {
        var _ =
                Stream.<Runnable>of(() -> forget(chat), () -> visits.unlink(visit, chat))
                        .gather(Gatherers.mapConcurrent(2, work -> isDone(chat, work)))
                        .toList();
    }

    /** One after the other: the sweep does it again until the letters are gone for certain. */
    private void forget(ChatId chat) {
        letters.discardUnposted(chat);
        endings.forget(chat);
    }

    private static boolean isDone(ChatId chat, Runnable work) {
        try {
            work.run();
            return true;
        } catch (StoreUnavailableException e) {
            LOG.warn("A chat's loose ends remain for now", LogKey.SCOPE.of(chat));
        } catch (RuntimeException e) {
            LOG.error("A chat's loose ends remain", e, LogKey.SCOPE.of(chat));
        }
        return false;
    }

    /**
     * What was done in a turn.
     *
     * @param looseEnds what is left to do, for which no other chat need wait
     */
    private record Step(Outcome outcome, Runnable looseEnds) {

        static Step whole(Outcome outcome) {
            return new Step(outcome, () -> {});
        }
    }

    /** What became of the wish to end a chat. */
    public sealed interface Outcome {}

    /** It has ended, now or before; without a farewell nothing is known of how. */
    public record Over(Optional<Farewell> farewell) implements Outcome {}

    /** It has begun to; somebody else does the rest in this moment, or the sweep does. */
    public record Ending() implements Outcome {}
}
