package org.lethe.contracts.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lethe.contracts.Golden;

class TopicTest {

    @ParameterizedTest
    @EnumSource
    void hasGoldenSettings(Topic topic) {
        Golden.assertWire("topics/" + topic.topicName(), topic.settings(3));
    }

    @ParameterizedTest
    @EnumSource
    void acceptsItsOwnSettings(Topic topic) {
        assertThat(topic.bounds(1)).allMatch(setting -> setting.holds(setting.value()));
        assertThat(Topic.find(topic.topicName())).contains(topic);
    }

    @ParameterizedTest
    @EnumSource(names = {"VISITS", "CHATS", "FILES", "LETTERS"})
    void keepsLifecyclesForTenMinutes(Topic topic) {
        assertThat(topic.settings(1)).containsEntry("retention.ms", "600000");
    }

    @ParameterizedTest
    @CsvSource({
        "retention.ms,600000,true",
        "retention.ms,60000,true",
        "retention.ms,600001,false",
        "retention.ms,-1,false",
        "cleanup.policy,delete,true",
        "cleanup.policy,compact,false",
        "message.timestamp.type,CreateTime,false",
        "file.delete.delay.ms,60000,false",
        "min.insync.replicas,1,false",
        "min.insync.replicas,3,true"
    })
    void refusesLooserSettings(String name, String value, boolean holds) {
        assertThat(
                        Topic.VISITS.bounds(3).stream()
                                .filter(setting -> setting.name().key().equals(name))
                                .allMatch(setting -> setting.holds(value)))
                .isEqualTo(holds);
    }

    @Test
    void refusesToForgetTheLedger() {
        Setting retention =
                Topic.LEDGER.bounds(1).stream()
                        .filter(setting -> setting.name() == SettingName.RETENTION_MS)
                        .findFirst()
                        .orElseThrow();

        assertThat(retention.holds("-1")).isTrue();
        assertThat(retention.holds("604800000")).isFalse();
    }

    @Test
    void startsBrokersWithWhatItInsistsOn() {
        Map<String, String> settings = BrokerSettings.settings();

        assertThat(BrokerSettings.bounds())
                .allMatch(
                        setting -> setting.holds(settings.getOrDefault(setting.name().key(), "")));
        assertThat(settings).containsEntry("auto.create.topics.enable", "false");
    }
}
