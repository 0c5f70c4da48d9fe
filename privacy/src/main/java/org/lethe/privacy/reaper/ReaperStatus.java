package org.lethe.privacy.reaper;

import java.time.Duration;

/**
 * How the reaper is doing.
 *
 * @param destroyed scopes since the start
 * @param lateness of the latest destruction since the start
 * @param sinceLastPass how long ago it last went round
 */
public record ReaperStatus(long destroyed, Duration lateness, Duration sinceLastPass) {}
