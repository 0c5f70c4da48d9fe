package org.lethe.privacy.vault;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.event.Event;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.signal.Destruction;
import org.lethe.privacy.hygiene.BufferScrubber;
import org.lethe.privacy.hygiene.HeapSweep;
import org.lethe.privacy.hygiene.LiveCiphers;
import org.lethe.privacy.hygiene.RecentDestructions;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.outbox.Outbox;
import org.lethe.privacy.pause.Backoff;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.SignalListener;
import org.lethe.privacy.redis.Standing;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.privacy.redis.script.ScriptCall;
import org.lethe.privacy.redis.script.ScriptReply;

/** Destroys scopes, and does in this process what any process' destruction asks for. */
final class Destroyer implements AutoCloseable {

    private static final Log LOG = Log.of(Destroyer.class);
    private static final int REPLAYS = 60;
    private static final Duration REPLAY_PAUSE = Duration.ofSeconds(1);

    private final RedisStore store;
    private final LiveCiphers live;
    private final BufferScrubber scrubber;
    private final HeapSweep sweep = new HeapSweep();
    private final RecentDestructions recent;
    private final MissedDestructions missed;
    private final List<Consumer<ScopeId>> listeners = new CopyOnWriteArrayList<>();
    private final Standing subscription;

    Destroyer(RedisStore store, LiveCiphers live, RecentDestructions recent) {
        this.store = store;
        this.live = live;
        this.recent = recent;
        this.missed = new MissedDestructions(store, live);
        this.scrubber = new BufferScrubber(store);
        this.subscription = store.signals().keep(ScopeKeyNames.DESTROYED_CHANNEL, new Signals());
    }

    /** Ends once destructions are heard of here; before that not even our own are told. */
    CompletableFuture<Void> listening() {
        return subscription.confirmed();
    }

    void addListener(Consumer<ScopeId> listener) {
        listeners.add(listener);
    }

    DestroyOutcome destroy(ScopeId id, DestroyReason reason, List<Event> events) {
        try {
            ScriptReply reply = store.run(call(id, reason, events));
            forget(new Destruction.Whole(id, reason));
            // Also when there was nothing left: the replicas may not know that yet.
            return store.confirm(List.of(id.shard()))
                    ? outcome(reply)
                    : new DestroyOutcome.Unavailable(Unavailability.NOT_REPLICATED);
        } catch (StoreUnavailableException e) {
            return new DestroyOutcome.Unavailable(Unavailability.STORE_AWAY);
        }
    }

    Map<ScopeId, DestroyOutcome> destroyAll(List<ScopeId> ids, DestroyReason reason) {
        var outcomes = new LinkedHashMap<ScopeId, DestroyOutcome>();
        try {
            List<ScriptReply> replies =
                    store.runAll(ids.stream().map(id -> call(id, reason, List.of())).toList());
            var shards = new LinkedHashSet<Integer>();
            for (int i = 0; i < ids.size(); i++) {
                outcomes.put(ids.get(i), outcome(replies.get(i)));
                forget(new Destruction.Whole(ids.get(i), reason));
                shards.add(ids.get(i).shard());
            }
            if (!shards.isEmpty() && !store.confirm(shards)) {
                outcomes.replaceAll((id, it) -> unavailable(Unavailability.NOT_REPLICATED));
            }
        } catch (StoreUnavailableException e) {
            ids.forEach(id -> outcomes.put(id, unavailable(Unavailability.STORE_AWAY)));
        }
        return outcomes;
    }

    void destroyAddresses(List<? extends ScopeId> ids) {
        store.runAll(
                ids.stream().map(id -> ScriptCall.on(VaultScripts.DESTROY_ADDRESS, id)).toList());
        ids.forEach(id -> forget(new Destruction.AddressAlone(id)));
        store.requireConfirmed(ids.stream().map(ScopeId::shard).distinct().toList());
    }

    /** Destroys again what was destroyed lately, on what may be another primary than then. */
    void replay() {
        var pauses = Backoff.every(REPLAY_PAUSE);
        boolean goOn = store.replicas() > 0;
        for (int i = 0; goOn && i < REPLAYS; i++) {
            goOn = !tryReplay() && pauses.pause();
        }
    }

    private boolean tryReplay() {
        try {
            List<Destruction> again = recent.all();
            List<ScriptReply> replies = store.runAll(again.stream().map(Destroyer::call).toList());
            long returned = 0;
            for (int i = 0; i < again.size(); i++) {
                returned += wasThere(again.get(i), replies.get(i)) ? 1 : 0;
            }
            if (returned > 0) {
                LOG.warn("Scopes came back with a fail-over; destroyed", LogKey.COUNT.of(returned));
            }
            return true;
        } catch (StoreUnavailableException e) {
            LOG.warn("Destructions could not be replayed yet", LogKey.REASON.of(e));
            return false;
        }
    }

    @Override
    public void close() {
        subscription.close();
        scrubber.close();
        sweep.close();
    }

    private void forget(Destruction destruction) {
        // Known as destroyed first: a key that is read now and held later is forgotten then.
        recent.add(destruction);
        live.forget(destruction);
        scrubber.request();
        sweep.request();
    }

    private void tell(Destruction destruction) {
        if (destruction instanceof Destruction.Whole(ScopeId scope, DestroyReason _)) {
            tell(scope);
        }
    }

    private void tell(ScopeId scope) {
        for (Consumer<ScopeId> listener : listeners) {
            try {
                listener.accept(scope);
            } catch (RuntimeException e) {
                // The others have to hear of it all the same.
                LOG.warn("A destruction was not followed", e, LogKey.SCOPE.of(scope));
            }
        }
    }

    private static ScriptCall call(Destruction destruction) {
        return switch (destruction) {
            case Destruction.Whole(ScopeId scope, DestroyReason reason) ->
                    call(scope, reason, List.of());
            case Destruction.AddressAlone(ScopeId scope) ->
                    ScriptCall.on(VaultScripts.DESTROY_ADDRESS, scope);
        };
    }

    private static boolean wasThere(Destruction destruction, ScriptReply reply) {
        return switch (destruction) {
            case Destruction.Whole ignored -> reply.number() >= 0;
            case Destruction.AddressAlone ignored -> reply.number() == 1;
        };
    }

    private static ScriptCall call(ScopeId id, DestroyReason reason, List<Event> events) {
        return ScriptCall.on(VaultScripts.DESTROY, id, reason.code(), Outbox.args(events));
    }

    private static DestroyOutcome outcome(ScriptReply reply) {
        int remains = reply.count();
        return remains >= 0
                ? new DestroyOutcome.Destroyed(remains)
                : new DestroyOutcome.AlreadyGone();
    }

    private static DestroyOutcome unavailable(Unavailability reason) {
        return new DestroyOutcome.Unavailable(reason);
    }

    /** What the processes tell each other of destructions. */
    private final class Signals implements SignalListener {

        @Override
        public void onSignal(byte[] payload) {
            Destruction destruction = Destruction.parse(payload);
            forget(destruction);
            tell(destruction);
        }

        @Override
        public void onReconnected() {
            scrubber.request();
            // Not on this thread: the signals that come from now on must not wait.
            Thread.startVirtualThread(() -> missed.tell(this::onMissed));
        }

        private void onMissed(Destruction destruction) {
            live.forget(destruction);
            scrubber.request();
            sweep.request();
            tell(destruction);
        }
    }
}
