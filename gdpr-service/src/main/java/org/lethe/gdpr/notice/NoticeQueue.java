package org.lethe.gdpr.notice;

import java.time.Duration;
import java.util.List;
import org.lethe.contracts.id.ErasureId;

/**
 * Notices that wait to be delivered. They outlive their request and whoever left them, and are kept
 * for {@link #LIFE}.
 *
 * <p>Every method throws {@link org.lethe.runtime.problem.Refusal} with {@code UNAVAILABLE} when
 * the store can't be asked.
 */
public interface NoticeQueue {

    /** For so long a notice is tried; then nobody wants to know any more. */
    Duration LIFE = Duration.ofHours(24);

    /** Leaves notices of a request; one that waits already stays as it was left. */
    void leave(ErasureId request, List<Notice> notices);

    /**
     * Takes the first of each line that is due, so that nobody else takes one of that line.
     *
     * @param most to take
     * @param term for how long; what was not settled then is due again
     */
    List<TakenNotice> take(int most, Duration term);

    /** Removes what was delivered or given up; the next of its line is due at once. */
    void settle(TakenNotice taken);

    /** Makes it due again after a pause, and nothing of its line before it. */
    void postpone(TakenNotice taken, Duration pause);
}
