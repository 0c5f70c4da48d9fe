package org.lethe.gdpr.access.export;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.lethe.contracts.id.ScopeId;
import org.lethe.gdpr.subject.SubjectVault;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.retention.RetentionSchedule;
import org.lethe.runtime.problem.Refusal;

/**
 * Ends archives of which something is gone though nobody told: a signal of an end may have been
 * missed. What went with its store is gone as well; one that is ended for nothing can be asked for
 * again.
 */
@ApplicationScoped
class ArchiveWatch {

    private static final Log LOG = Log.of(ArchiveWatch.class);

    /** Scopes that one round trip is about. */
    private static final int AT_ONCE = 1000;

    private final OpenArchives archives;
    private final SubjectVault vault;
    private final Clock clock;

    /** Until then, everything that archives have was looked at. */
    private volatile Instant seen;

    ArchiveWatch(OpenArchives archives, SubjectVault vault, Clock clock) {
        this.archives = archives;
        this.vault = vault;
        this.clock = clock;
        this.seen = clock.instant();
    }

    @Scheduled(every = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void look() {
        Instant now = clock.instant();
        try {
            endWhatIsGone();
            seen = now;
        } catch (Refusal refusal) {
            LOG.debug("What archives have can't be seen now", LogKey.CODE.of(refusal.code()));
            if (seen.plus(RetentionSchedule.UNSEEN).isBefore(now)) {
                endAll();
            }
        }
    }

    private void endWhatIsGone() {
        List<ScopeId> scopes = List.copyOf(archives.scopes());
        for (int from = 0; from < scopes.size(); from += AT_ONCE) {
            List<ScopeId> some = scopes.subList(from, Math.min(from + AT_ONCE, scopes.size()));
            Map<ScopeId, SubjectVault.Live> open = vault.look(some);
            some.stream().filter(Predicate.not(open::containsKey)).forEach(archives::onDestroyed);
        }
    }

    private void endAll() {
        Set<ScopeId> scopes = archives.scopes();
        scopes.forEach(archives::onDestroyed);
        if (!scopes.isEmpty()) {
            LOG.warn(
                    "archives were broken off: nobody can say whether what they have is destroyed");
        }
    }
}
