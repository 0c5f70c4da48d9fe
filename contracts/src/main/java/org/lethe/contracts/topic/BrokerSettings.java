package org.lethe.contracts.topic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a Kafka broker must be set to, so that a topic's retention is what it says. */
public final class BrokerSettings {

    /**
     * How often a broker looks for deleted topics, too: with none it would do nothing but look, and
     * take a twentieth of a core for it.
     */
    private static final int DELETE_DELAY_MS = 1_000;

    private static final List<Setting> BOUNDS =
            List.of(
                    Setting.atMost(SettingName.LOG_RETENTION_CHECK_INTERVAL_MS, 5_000),
                    Setting.atMost(SettingName.LOG_SEGMENT_DELETE_DELAY_MS, DELETE_DELAY_MS),
                    Setting.exactly(SettingName.LOG_MESSAGE_TIMESTAMP_TYPE, "LogAppendTime"),
                    Setting.exactly(SettingName.AUTO_CREATE_TOPICS_ENABLE, false),
                    Setting.exactly(SettingName.UNCLEAN_LEADER_ELECTION_ENABLE, false));

    private BrokerSettings() {}

    /** What a broker is started with. */
    public static Map<String, String> settings() {
        var settings = new LinkedHashMap<String, String>();
        BOUNDS.forEach(setting -> settings.put(setting.name().key(), setting.value()));
        return settings;
    }

    /** What a service refuses to start without. */
    public static List<Setting> bounds() {
        return BOUNDS;
    }
}
