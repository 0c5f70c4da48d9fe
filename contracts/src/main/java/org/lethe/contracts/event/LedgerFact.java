package org.lethe.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.Defaulted;
import org.lethe.contracts.id.ReceiptId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.contracts.topic.Topic;

/**
 * What an entry of the ledger tells, in counts, times and digests. Its maps are sorted, since
 * entries are digested.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LedgerFact.SubjectErased.class, name = "subject-erased"),
    @JsonSubTypes.Type(value = LedgerFact.NothingErased.class, name = "nothing-erased"),
    @JsonSubTypes.Type(value = LedgerFact.SubjectInformed.class, name = "subject-informed"),
    @JsonSubTypes.Type(value = LedgerFact.ScopesDestroyed.class, name = "scopes-destroyed"),
    @JsonSubTypes.Type(value = LedgerFact.ActionTaken.class, name = "action-taken")
})
public sealed interface LedgerFact {

    /**
     * A data subject was erased, and a receipt given.
     *
     * @param request digest of the request's id, so that the controller can find its own
     * @param effective when the keys were destroyed
     * @param scopes how many scopes of each kind
     */
    record SubjectErased(
            Digest request,
            ReceiptId receipt,
            Instant received,
            Instant effective,
            Instant completed,
            Map<ScopeKind, Integer> scopes,
            SignedReceipt signed)
            implements LedgerFact {

        public SubjectErased {
            scopes = Collections.unmodifiableMap(new TreeMap<>(scopes));
        }
    }

    /**
     * An erasure found nothing that was held, and no receipt was given.
     *
     * @param request digest of the request's id, so that the controller can find its own
     */
    record NothingErased(Digest request, Instant received, Instant completed)
            implements LedgerFact {}

    /** A data subject's access request was answered. */
    record SubjectInformed(
            Digest request, Instant received, Instant completed, Map<ScopeKind, Integer> scopes)
            implements LedgerFact {

        public SubjectInformed {
            scopes = Collections.unmodifiableMap(new TreeMap<>(scopes));
        }
    }

    /**
     * Scopes that were destroyed in a while, counted by kind and reason.
     *
     * @param covered which records of the lifecycle topics were counted: an entry that covers what
     *     an earlier one of the account does is none, so that nothing is counted twice
     */
    record ScopesDestroyed(
            Instant from,
            Instant until,
            Map<ScopeKind, Map<DestroyReason, Integer>> scopes,
            @Defaulted @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Covered> covered)
            implements LedgerFact {

        /** Without saying of what; so were those before the ranges. */
        public ScopesDestroyed(
                Instant from, Instant until, Map<ScopeKind, Map<DestroyReason, Integer>> scopes) {
            this(from, until, scopes, List.of());
        }

        // What JSON leaves out is null, whatever the compiler believes.
        @SuppressWarnings("RedundantNullCheck")
        public ScopesDestroyed {
            covered = covered == null ? List.of() : List.copyOf(covered);
            var sorted = new TreeMap<ScopeKind, Map<DestroyReason, Integer>>();
            scopes.forEach((kind, reasons) ->
                    sorted.put(kind, Collections.unmodifiableMap(new TreeMap<>(reasons))));
            scopes = Collections.unmodifiableMap(sorted);
        }
    }

    /**
     * Somebody acted for a data subject's rights.
     *
     * @param request digest of the request's id; of an action without a request there is none
     */
    record ActionTaken(ActingRole by, SubjectAction action, @Nullable Digest request, Instant at)
            implements LedgerFact {}

    /**
     * Records of a partition that were read for an account's count.
     *
     * @param from the offset of the first
     * @param until the offset after the last
     */
    record Covered(Topic topic, int partition, long from, long until) {

        public Covered {
            if (from < 0 || until < from) {
                throw new IllegalArgumentException("no range of offsets");
            }
        }
    }
}
