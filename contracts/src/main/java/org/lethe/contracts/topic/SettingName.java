package org.lethe.contracts.topic;

import java.util.Locale;

/** The settings of Kafka's topics and brokers that decide when bytes really go. */
public enum SettingName {
    AUTO_CREATE_TOPICS_ENABLE,
    CLEANUP_POLICY,
    DELETE_RETENTION_MS,
    FILE_DELETE_DELAY_MS,
    LOG_MESSAGE_TIMESTAMP_TYPE,
    LOG_RETENTION_CHECK_INTERVAL_MS,
    LOG_SEGMENT_DELETE_DELAY_MS,
    MAX_COMPACTION_LAG_MS,
    MESSAGE_TIMESTAMP_TYPE,
    MIN_INSYNC_REPLICAS,
    RETENTION_BYTES,
    RETENTION_MS,
    SEGMENT_INDEX_BYTES,
    SEGMENT_JITTER_MS,
    SEGMENT_MS,
    UNCLEAN_LEADER_ELECTION_ENABLE;

    /** The name at Kafka, such as {@code cleanup.policy}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
