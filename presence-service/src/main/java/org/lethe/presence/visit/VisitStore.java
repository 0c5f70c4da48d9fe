package org.lethe.presence.visit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.scope.Whereabouts;
import org.lethe.contracts.visit.VisitDocument;

/**
 * Keeps visits, sealed, for as long as they live; operators' lists are told of every change.
 *
 * <p>When it can't be reached it throws {@link org.lethe.privacy.redis.StoreUnavailableException}
 * or refuses with {@code unavailable}: never is a visit taken for destroyed that may be open.
 */
public interface VisitStore {

    /** Opens a scope and writes the visit into it. */
    VisitId open(AccountId account, VisitDocument document, Optional<Whereabouts> address);

    /** Changes the document, as often as it takes beside other tabs; false when it is destroyed. */
    boolean change(VisitId visit, UnaryOperator<VisitDocument> change);

    /** Writes the address anew; false when the visit or its address is destroyed. */
    boolean putAddress(VisitId visit, Whereabouts address);

    /** Destroys the addresses and host names alone; those of very many in few round trips. */
    void destroyAddresses(Collection<VisitId> visits);

    /** Those of the visits that are open; in a fixed number of round trips. */
    Map<VisitId, StoredVisit> read(Collection<VisitId> visits);

    /** The account's open visits. */
    List<VisitId> openVisits(AccountId account);
}
