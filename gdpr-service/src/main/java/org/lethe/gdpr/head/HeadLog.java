package org.lethe.gdpr.head;

import java.util.List;
import java.util.Optional;
import org.lethe.contracts.event.SignedHead;

/**
 * The heads that were published, in the order in which they were.
 *
 * <p>Every method throws {@link org.lethe.runtime.problem.Refusal} with {@code UNAVAILABLE} while
 * they can't be read or written.
 */
public interface HeadLog {

    /** Returns when it can't be lost any more, and is the newest for whoever asks next. */
    void publish(SignedHead head);

    /** The last head of ours, however much stands behind it that is none. */
    Optional<PublishedHead> newest();

    /** Whether there never was anything in it, be it a head of ours or not. */
    boolean isNew();

    /** Heads of so many numbers from one on, oldest first; what is no head of ours is left out. */
    Page from(long number, int limit);

    /**
     * A page of heads.
     *
     * @param next where the next page begins; empty if there is none
     */
    record Page(List<PublishedHead> heads, Optional<Long> next) {

        public Page {
            heads = List.copyOf(heads);
        }
    }
}
