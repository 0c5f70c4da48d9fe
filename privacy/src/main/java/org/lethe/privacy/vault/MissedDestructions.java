package org.lethe.privacy.vault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.signal.Destruction;
import org.lethe.privacy.hygiene.LiveCiphers;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.pause.Backoff;
import org.lethe.privacy.redis.KeyRecords;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.StoreUnavailableException;

/** Finds which of the scopes that are held here were destroyed while no signal came through. */
final class MissedDestructions {

    private static final Log LOG = Log.of(MissedDestructions.class);
    private static final int PORTION = 500;
    private static final int ATTEMPTS = 60;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final RedisStore store;
    private final LiveCiphers live;

    MissedDestructions(RedisStore store, LiveCiphers live) {
        this.store = store;
        this.live = live;
    }

    /** Tells of each that is found; waits for a store that is away. */
    void tell(Consumer<Destruction> listener) {
        var pauses = Backoff.every(PAUSE);
        boolean goOn = true;
        for (int i = 0; goOn && i < ATTEMPTS; i++) {
            try {
                find().forEach(listener);
                return;
            } catch (StoreUnavailableException e) {
                LOG.debug("What was missed can't be told yet", LogKey.REASON.of(e));
                goOn = pauses.pause();
            }
        }
        LOG.warn("It is unknown which destructions were missed");
    }

    private List<Destruction> find() {
        var missed = new ArrayList<Destruction>();
        List<ScopeId> scopes = live.scopes();
        for (int from = 0; from < scopes.size(); from += PORTION) {
            find(scopes.subList(from, Math.min(scopes.size(), from + PORTION)), missed);
        }
        return missed;
    }

    private void find(List<ScopeId> scopes, List<Destruction> missed) {
        List<KeyRecords.Found> found =
                store.keyRecords().read(scopes.stream().map(ScopeReader::place).toList());
        for (int i = 0; i < scopes.size(); i++) {
            destruction(scopes.get(i), found.get(i)).ifPresent(missed::add);
        }
    }

    private static Optional<Destruction> destruction(ScopeId scope, KeyRecords.Found found) {
        if (!found.epoch().equals(Optional.of(scope.epoch()))) {
            // Lost with its store, not destroyed.
            return Optional.empty();
        }
        if (found.content().filter(ScopeReader::isRecord).isEmpty()) {
            // Why is not told any more, and concerns nobody here.
            return Optional.of(new Destruction.Whole(scope, DestroyReason.DEADLINE));
        }
        return found.address().filter(ScopeReader::isRecord).isEmpty()
                ? Optional.of(new Destruction.AddressAlone(scope))
                : Optional.empty();
    }
}
