package org.lethe.gdpr.access.export;

import java.util.Set;
import org.lethe.contracts.id.ScopeId;
import org.lethe.runtime.stream.ClientStream;

/** One archive that is written, or about to be. */
final class OpenArchive implements AutoCloseable {

    private final Set<OpenArchive> all;
    private final ArchiveReader reader;
    private final Set<ScopeId> scopes;
    private final ClientStream client;

    /**
     * @param all to be in while it is open
     * @param scopes what it has
     */
    OpenArchive(
            Set<OpenArchive> all, ArchiveReader reader, Set<ScopeId> scopes, ClientStream client) {
        this.all = all;
        this.reader = reader;
        this.scopes = Set.copyOf(scopes);
        this.client = client;
    }

    ArchiveReader reader() {
        return reader;
    }

    Set<ScopeId> scopes() {
        return scopes;
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
