package org.lethe.gdpr.notice;

import java.time.Duration;
import java.util.Optional;
import org.lethe.contracts.id.ErasureId;

/**
 * A notice that this process alone is to deliver, for the time that it was taken for.
 *
 * @param attempts this one included
 * @param age since it was left
 * @param notice empty if it can't be opened: sealed under a key that is no longer ours
 */
public record TakenNotice(
        ErasureId request,
        int line,
        int rank,
        int attempts,
        Duration age,
        Optional<Notice> notice) {}
