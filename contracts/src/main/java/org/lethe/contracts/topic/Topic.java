package org.lethe.contracts.topic;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every Kafka topic of the suite, with the settings that it is created with and that services
 * insist on.
 *
 * <p>Retention alone removes nothing from a partition with traffic: segments must be rolled, the
 * time must be the broker's, and a deleted file must really go.
 */
public enum Topic {
    VISITS("visits", 8, Retention.MINUTES),
    CHATS("chats", 8, Retention.MINUTES),
    FILES("files", 4, Retention.MINUTES),
    LETTERS("letters", 4, Retention.MINUTES),
    LOSSES("losses", 1, Retention.DAY),
    ERASURES("erasures", 4, Retention.DAY),
    ACCOUNTS("accounts", 1, Retention.NEWEST),
    LEDGER("ledger", 1, Retention.KEPT),
    LEDGER_HEADS("ledger-heads", 1, Retention.KEPT),
    LEDGER_CHECKPOINTS("ledger-checkpoints", 1, Retention.KEPT),
    DEAD_LETTERS("dead-letters", 1, Retention.WEEK);

    private final String topicName;
    private final int partitions;
    private final Retention retention;

    Topic(String name, int partitions, Retention retention) {
        this.topicName = "lethe." + name + ".v1";
        this.partitions = partitions;
        this.retention = retention;
    }

    /** The topic's name at the broker, such as {@code lethe.visits.v1}. */
    @JsonValue
    public String topicName() {
        return topicName;
    }

    public int partitions() {
        return partitions;
    }

    /** What the topic is created with on a cluster that keeps this many replicas. */
    public Map<String, String> settings(int replicas) {
        var settings = new LinkedHashMap<String, String>();
        for (Setting setting : bounds(replicas)) {
            settings.put(setting.name().key(), setting.value());
        }
        return settings;
    }

    /** What a service refuses to start without. */
    public List<Setting> bounds(int replicas) {
        var settings = new ArrayList<>(retention.settings());
        settings.add(Setting.exactly(SettingName.MESSAGE_TIMESTAMP_TYPE, "LogAppendTime"));
        settings.add(Setting.atMost(SettingName.SEGMENT_JITTER_MS, 0));
        settings.add(Setting.atMost(SettingName.FILE_DELETE_DELAY_MS, 0));
        settings.add(Setting.atMost(SettingName.SEGMENT_INDEX_BYTES, 65_536));
        settings.add(Setting.exactly(SettingName.UNCLEAN_LEADER_ELECTION_ENABLE, false));
        settings.add(Setting.atLeast(SettingName.MIN_INSYNC_REPLICAS, replicas >= 3 ? 2 : 1));
        return List.copyOf(settings);
    }

    @JsonCreator
    static Topic of(String topicName) {
        return find(topicName).orElseThrow(() -> new IllegalArgumentException("unknown topic"));
    }

    public static Optional<Topic> find(String topicName) {
        return Arrays.stream(values())
                .filter(topic -> topic.topicName.equals(topicName))
                .findFirst();
    }
}
