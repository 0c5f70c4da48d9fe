package org.lethe.gdpr.subject;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ErasureId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.subject.Identifier;

/**
 * The vault as erasure sees it.
 *
 * <p>Every method throws {@link org.lethe.runtime.problem.Refusal} with {@code UNAVAILABLE} when
 * the vault can't be asked; nothing is then known, and the same call may be made again.
 */
public interface SubjectVault {

    /**
     * The open scopes of the account by what finds them; of an identifier that finds none, an empty
     * set. Throws {@link org.lethe.runtime.problem.Refusal} with {@code TOO_LARGE} where they find
     * more than can be told.
     */
    Map<Identifier, Set<ScopeId>> find(AccountId account, Collection<Identifier> identifiers);

    /**
     * Those of them that are at least so old, each in the store's own time, which may be ahead of
     * every clock; younger ones don't count as told.
     *
     * @param age below zero, it lets in what is opened until so much later
     */
    Map<Identifier, Set<ScopeId>> find(
            AccountId account, Collection<Identifier> identifiers, Duration age);

    /** Those of the scopes that are open; the keys of all others are destroyed, or never were. */
    Map<ScopeId, Live> look(Collection<? extends ScopeId> scopes);

    /** From now on nothing new is made from these scopes. */
    void mark(Collection<? extends ScopeId> scopes, ErasureId erasure);

    /** Takes off the marks that this erasure set on scopes of the account, wherever they are. */
    void unmark(AccountId account, ErasureId erasure);

    /** Destroys keys and remains; what is gone already stays so. */
    void destroy(Collection<? extends ScopeId> scopes);

    /** How many records of these scopes the store still has. */
    int remains(Collection<? extends ScopeId> scopes);

    /**
     * An open scope.
     *
     * @param links other scopes of the same person that it names
     * @param since when it was opened, in the store's own time: to be shown, not compared
     */
    record Live(AccountId account, Set<ScopeId> links, Instant since) {

        public Live {
            links = Set.copyOf(links);
        }
    }
}
