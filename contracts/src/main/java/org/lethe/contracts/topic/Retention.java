package org.lethe.contracts.topic;

import java.time.Duration;
import java.util.List;

/** How long a topic keeps records, and how often it starts a segment so that they really go. */
enum Retention {
    MINUTES(Duration.ofMinutes(10), Duration.ofMinutes(1)),
    DAY(Duration.ofHours(24), Duration.ofMinutes(30)),
    WEEK(Duration.ofDays(7), Duration.ofHours(6)),
    KEPT(Duration.ofMillis(-1), Duration.ofDays(7)),
    NEWEST(Duration.ofMillis(-1), Duration.ofMinutes(10));

    /** A deleted account's tombstone is kept this long; readers read the topic from its start. */
    private static final Duration TOMBSTONE = Duration.ofMinutes(10);

    private final Duration retention;
    private final Duration segment;

    Retention(Duration retention, Duration segment) {
        this.retention = retention;
        this.segment = segment;
    }

    List<Setting> settings() {
        return switch (this) {
            case MINUTES, DAY, WEEK ->
                    List.of(
                            Setting.exactly(SettingName.CLEANUP_POLICY, "delete"),
                            Setting.atMost(SettingName.RETENTION_MS, retention.toMillis()),
                            Setting.atMost(SettingName.SEGMENT_MS, segment.toMillis()));
            case KEPT ->
                    List.of(
                            Setting.exactly(SettingName.CLEANUP_POLICY, "delete"),
                            Setting.atLeast(SettingName.RETENTION_MS, retention.toMillis()),
                            Setting.atLeast(SettingName.RETENTION_BYTES, -1));
            case NEWEST ->
                    List.of(
                            Setting.exactly(SettingName.CLEANUP_POLICY, "compact"),
                            Setting.atMost(SettingName.SEGMENT_MS, segment.toMillis()),
                            Setting.atMost(SettingName.MAX_COMPACTION_LAG_MS, segment.toMillis()),
                            Setting.atMost(SettingName.DELETE_RETENTION_MS, TOMBSTONE.toMillis()));
        };
    }
}
