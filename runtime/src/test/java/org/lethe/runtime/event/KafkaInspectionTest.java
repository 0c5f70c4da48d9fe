package org.lethe.runtime.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lethe.contracts.topic.BrokerSettings;
import org.lethe.contracts.topic.SettingName;
import org.lethe.contracts.topic.Topic;

class KafkaInspectionTest {

    @ParameterizedTest
    @EnumSource
    void findsNothingOnTopicsAsTheyAreCreated(Topic topic) {
        assertThat(KafkaInspection.compare(resource(topic), config(topic.settings(1)), 1))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "RETENTION_MS,86400000",
        "RETENTION_MS,-1",
        "SEGMENT_MS,604800000",
        "CLEANUP_POLICY,'compact,delete'",
        "MESSAGE_TIMESTAMP_TYPE,CreateTime"
    })
    void findsALooserSetting(SettingName name, String value) {
        Map<String, String> settings = new HashMap<>(Topic.CHATS.settings(1));
        settings.put(name.key(), value);

        assertThat(KafkaInspection.compare(resource(Topic.CHATS), config(settings), 1))
                .containsExactly(new KafkaInspection.Loose(Optional.of(Topic.CHATS), name));
    }

    @Test
    void findsASettingThatIsNotTold() {
        Map<String, String> settings = new HashMap<>(BrokerSettings.settings());
        settings.remove("log.segment.delete.delay.ms");
        var broker = new ConfigResource(ConfigResource.Type.BROKER, "1");

        assertThat(KafkaInspection.compare(broker, config(settings), 1))
                .containsExactly(
                        new KafkaInspection.Loose(
                                Optional.empty(), SettingName.LOG_SEGMENT_DELETE_DELAY_MS));
    }

    @Test
    void wantsReplicasInSyncOnACluster() {
        assertThat(
                        KafkaInspection.compare(
                                resource(Topic.LEDGER), config(Topic.LEDGER.settings(1)), 3))
                .extracting(KafkaInspection.Loose::setting)
                .containsExactly(SettingName.MIN_INSYNC_REPLICAS);
    }

    private static ConfigResource resource(Topic topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName());
    }

    private static Config config(Map<String, String> settings) {
        return new Config(
                settings.entrySet().stream()
                        .map(entry -> new ConfigEntry(entry.getKey(), entry.getValue()))
                        .toList());
    }
}
