package org.lethe.gdpr.fulfilment;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.lethe.contracts.id.ErasureId;
import org.lethe.gdpr.request.RequestStore;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.runtime.problem.Refusal;

/**
 * Takes up requests that stand still: after a crash of whoever worked on them, or when a store or
 * service that was away is back.
 */
@ApplicationScoped
class RequestSweep {

    private static final Log LOG = Log.of(RequestSweep.class);

    private final RequestStore store;
    private final SubjectRequests requests;
    private final ErasureSettings config;

    RequestSweep(RequestStore store, SubjectRequests requests, ErasureSettings config) {
        this.store = store;
        this.requests = requests;
        this.config = config;
    }

    @Scheduled(
            every = "{lethe.erasure.sweep-interval}",
            concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void sweep() {
        try {
            store.open(config.resumeAfter()).forEach(this::takeUp);
        } catch (Refusal refusal) {
            LOG.warn("requests can't be read now", LogKey.CODE.of(refusal.code()));
        }
    }

    private void takeUp(ErasureId scope) {
        try {
            requests.advance(scope);
        } catch (Refusal refusal) {
            LOG.warn(
                    "request can't be worked on now",
                    LogKey.ERASURE.of(scope),
                    LogKey.CODE.of(refusal.code()));
        } catch (RuntimeException failure) {
            // One request that can't be worked on must not hold up the others.
            LOG.error("request failed", failure, LogKey.ERASURE.of(scope));
        }
    }
}
