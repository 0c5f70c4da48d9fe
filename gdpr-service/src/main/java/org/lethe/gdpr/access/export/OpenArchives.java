package org.lethe.gdpr.access.export;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.ScopeId;
import org.lethe.gdpr.access.ExportSettings;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.caller.Caller;
import org.lethe.runtime.problem.Refusal;
import org.lethe.runtime.stream.ClientStream;

/**
 * The archives that are written in this process. One ends as soon as anything of what it has is
 * destroyed, also when its reader takes no more: what is not sent yet must not be kept for that.
 *
 * <p>Visitors, who are anybody, have places of their own, and one each: they can't take those of
 * who acts for an account.
 */
@ApplicationScoped
class OpenArchives {

    /** Of one who acts for an account: an officer, or a controller's system, may fetch several. */
    private static final int FOR_AN_ACCOUNT = 4;

    private final Set<OpenArchive> open = ConcurrentHashMap.newKeySet();
    private final int atOnce;

    OpenArchives(ExportSettings config) {
        this.atOnce = config.archivesAtOnce();
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
    OpenArchive begin(Caller caller, Set<ScopeId> scopes, ClientStream client) {
        var archive = new OpenArchive(open, who(caller), isVisitor(caller), scopes, client);
        take(archive);
        return archive;
    }

    /** Ends those that have something of a scope. */
    void onDestroyed(ScopeId scope) {
        open.stream().filter(archive -> archive.has(scope)).forEach(OpenArchive::end);
    }

    private synchronized void take(OpenArchive archive) {
        // Of who was gone before its end could be heard of, nothing else tells it.
        open.removeIf(OpenArchive::isOver);
        int most = archive.isVisitors() ? 1 : FOR_AN_ACCOUNT;
        if (count(each -> each.who().equals(archive.who())) >= most
                || count(each -> each.isVisitors() == archive.isVisitors()) >= atOnce) {
            throw new Refusal(ErrorCode.TOO_MANY_REQUESTS);
        }
        open.add(archive);
    }

    private long count(Predicate<OpenArchive> which) {
        return open.stream().filter(which).count();
    }

    private static boolean isVisitor(Caller caller) {
        return switch (caller) {
            case Caller.Visitor _, Caller.Participant _ -> true;
            case Caller.Operator _, Caller.Delegate _, Caller.Staff _ -> false;
        };
    }

    /** A visitor is the same one in each of the visit's chats. */
    private static String who(Caller caller) {
        return caller instanceof Caller.Participant participant
                ? participant.visit().value()
                : caller.id();
    }
}
