package org.lethe.gdpr.access.export;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.ScopeId;
import org.lethe.gdpr.access.ExportSettings;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.problem.Refusal;
import org.lethe.runtime.stream.ClientStream;

/**
 * The archives that are written in this process. One ends as soon as it is told that anything of
 * what it has is destroyed, by a signal or by {@link ArchiveWatch}, also when its reader takes no
 * more: what is not sent yet must not be kept for that.
 *
 * <p>Visitors, who are anybody, have places of their own, and one each: they can't take those of
 * who acts for an account. Of either places an account has half: who reads slowly for one can't
 * take them all from the others.
 */
@ApplicationScoped
class OpenArchives {

    /** Of one who acts for an account: an officer, or a controller's system, may fetch several. */
    private static final int FOR_AN_ACCOUNT = 4;

    private final Set<OpenArchive> open = ConcurrentHashMap.newKeySet();
    private final int atOnce;
    private final int ofOneAccount;

    OpenArchives(ExportSettings config) {
        this.atOnce = config.archivesAtOnce();
        // Rounded up: of a single place, an account has one.
        this.ofOneAccount = atOnce - atOnce / 2;
    }

    void listen(@Observes StartupEvent start, Vault vault) {
        vault.onDestroyed(this::onDestroyed);
    }

    /**
     * Begins an archive of these scopes, to be closed. Begin it before they are read: then no end
     * comes between unseen.
     *
     * @throws Refusal if too many are written already
     */
    OpenArchive begin(ArchiveReader reader, Set<ScopeId> scopes, ClientStream client) {
        var archive = new OpenArchive(open, reader, scopes, client);
        take(archive);
        return archive;
    }

    /** Ends those that have something of a scope. */
    void onDestroyed(ScopeId scope) {
        open.stream().filter(archive -> archive.has(scope)).forEach(OpenArchive::end);
    }

    /** All that those have of which more may be sent. */
    Set<ScopeId> scopes() {
        return open.stream()
                .filter(Predicate.not(OpenArchive::isOver))
                .flatMap(archive -> archive.scopes().stream())
                .collect(Collectors.toSet());
    }

    private synchronized void take(OpenArchive archive) {
        // Of who was gone before its end could be heard of, nothing else tells it.
        open.removeIf(OpenArchive::isOver);
        if (isFull(archive.reader())) {
            throw new Refusal(ErrorCode.TOO_MANY_REQUESTS);
        }
        open.add(archive);
    }

    private boolean isFull(ArchiveReader reader) {
        List<ArchiveReader> alike =
                open.stream()
                        .map(OpenArchive::reader)
                        .filter(each -> each.isVisitor() == reader.isVisitor())
                        .toList();
        return alike.size() >= atOnce
                || count(alike, ArchiveReader::account, reader) >= ofOneAccount
                || count(alike, ArchiveReader::who, reader) >= ofOneReader(reader);
    }

    private static int ofOneReader(ArchiveReader reader) {
        return reader.isVisitor() ? 1 : FOR_AN_ACCOUNT;
    }

    private static long count(
            List<ArchiveReader> some, Function<ArchiveReader, Object> what, ArchiveReader reader) {
        return some.stream().filter(each -> what.apply(each).equals(what.apply(reader))).count();
    }
}
