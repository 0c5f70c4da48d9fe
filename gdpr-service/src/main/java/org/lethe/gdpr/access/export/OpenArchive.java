package org.lethe.gdpr.access.export;

import java.util.Set;
import org.lethe.contracts.id.ScopeId;
import org.lethe.runtime.stream.ClientStream;

/** One archive that is written, or about to be. */
final class OpenArchive implements AutoCloseable {

    private final Set<OpenArchive> all;
    private final String who;
    private final boolean isVisitors;
    private final Set<ScopeId> scopes;
    private final ClientStream client;

    /**
     * @param all to be in while it is open
     * @param who tells callers apart
     * @param isVisitors whether it is written for a visitor
     * @param scopes what it has
     */
    OpenArchive(
            Set<OpenArchive> all,
            String who,
            boolean isVisitors,
            Set<ScopeId> scopes,
            ClientStream client) {
        this.all = all;
        this.who = who;
        this.isVisitors = isVisitors;
        this.scopes = Set.copyOf(scopes);
        this.client = client;
    }

    String who() {
        return who;
    }

    boolean isVisitors() {
        return isVisitors;
    }

    boolean has(ScopeId scope) {
        return scopes.contains(scope);
    }

    /** Whether nothing more of it is sent. */
    boolean isOver() {
        return client.isEnded();
    }

    /** Not one byte more is sent. */
    void end() {
        client.end();
    }

    /** Gives its place back; may be repeated. */
    @Override
    public void close() {
        all.remove(this);
    }
}
