package org.lethe.gdpr.checkpoint;

import java.util.List;
import java.util.Optional;

/**
 * Where checkpoints are, and the pages that they name. Nothing in it is changed or removed; all of
 * it can be made from the ledger again.
 *
 * <p>Every method throws {@link org.lethe.runtime.problem.Refusal} with {@code UNAVAILABLE} while
 * it can't be read or written.
 */
public interface CheckpointStore {

    /** Writes pages, and says where they are once none can be lost any more. */
    List<PageRef> write(List<byte[]> pages);

    /**
     * The pages in the order in which they are asked for; {@link ChangedPageException} if one is
     * not there as it was written.
     */
    List<byte[]> read(List<PageRef> pages);

    /** Signs a checkpoint and leaves it behind all that is there. */
    void publish(Checkpoint checkpoint);

    /** The last checkpoint of ours and of this form, however much stands behind it that is none. */
    Optional<Checkpoint> newest();
}
