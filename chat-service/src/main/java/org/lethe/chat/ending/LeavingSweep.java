package org.lethe.chat.ending;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.lethe.chat.conversation.VisitLinks;
import org.lethe.chat.presence.SightingTimes;
import org.lethe.chat.presence.Sightings;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.VisitId;
import org.lethe.runtime.rhythm.Rhythm;

/**
 * Ends chats whose visitors have left: nothing was heard of them in the chat for as long as a visit
 * may be silent, and their visit is over, too. Each replica looks at all chats, and goes on looking
 * while it ends some: otherwise it would seem as if nobody had been there to hear visitors.
 */
@ApplicationScoped
class LeavingSweep {
    private final Sightings sightings;
    private final VisitLinks visits;
    private final EndChat endChat;
    private final SightingTimes times;
    private final Executor executor;
    private final AtomicBoolean isEnding = new AtomicBoolean();
    private @Nullable Rhythm rhythm;

    @Inject
    LeavingSweep(Sightings sightings, VisitLinks visits, EndChat endChat, SightingTimes times) {
        this(sightings, visits, endChat, times, Thread::startVirtualThread);
    }

    /** Tests have chats ended before they go on. */
    LeavingSweep(
            Sightings sightings,
            VisitLinks visits,
            EndChat endChat,
            SightingTimes times,
            Executor executor) {
        this.sightings = sightings;
        this.visits = visits;
        this.endChat = endChat;
        this.times = times;
        this.executor = executor;
    }

    void onStart(@Observes StartupEvent start) {
        rhythm = Rhythm.start("visitors-left", times.every(), this::sweep);
    }

    void onStop(@Observes ShutdownEvent stop) {
        if (rhythm != null) {
            rhythm.close();
        }
    }

    /** Looks once. */
    void sweep() {
        List<Sightings.Unseen> unseen = sightings.unseen();
        if (unseen.isEmpty()) {
            return;
        }
        Map<VisitId, Duration> lives =
                visits.lives(unseen.stream().map(Sightings.Unseen::visit).toList());
        var onSite = new HashMap<Sightings.Unseen, Duration>();
        var left = new ArrayList<ChatId>();
        for (Sightings.Unseen each : unseen) {
            Duration life = lives.get(each.visit());
            if (life == null) {
                left.add(each.chat());
            } else {
                onSite.put(each, life);
            }
        }
        sightings.putOff(onSite);
        end(left);
    }

    /** Who is not ended now is found again. */
    private void end(List<ChatId> left) {
        if (!left.isEmpty() && endChat.isAble() && isEnding.compareAndSet(false, true)) {
            executor.execute(() -> {
                try {
                    EndAttempts.all(left, endChat::beginIfLeft);
                } finally {
                    isEnding.set(false);
                }
            });
        }
    }
}
