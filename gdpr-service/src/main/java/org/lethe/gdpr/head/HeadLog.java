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

    Optional<PublishedHead> newest();

    /** Heads from a number on, oldest first; what is no head of ours is left out. */
    List<PublishedHead> from(long number, int limit);
}
