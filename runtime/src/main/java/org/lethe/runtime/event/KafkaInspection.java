package org.lethe.runtime.event;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.lethe.contracts.topic.BrokerSettings;
import org.lethe.contracts.topic.Setting;
import org.lethe.contracts.topic.SettingName;
import org.lethe.contracts.topic.Topic;

/** Compares the topics and brokers of a Kafka cluster with what the contracts demand. */
final class KafkaInspection {

    private KafkaInspection() {}

    /**
     * A setting that is looser than it may be.
     *
     * @param topic empty for a broker's setting
     */
    record Loose(Optional<Topic> topic, SettingName setting) {}

    /** Looks at all topics and brokers; throws while Kafka is away, or a topic is missing. */
    static List<Loose> look(Admin admin, int replicas)
            throws ExecutionException, InterruptedException {
        Stream<ConfigResource> topics =
                Stream.of(Topic.values())
                        .map(topic ->
                                new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName()));
        Stream<ConfigResource> brokers =
                admin.describeCluster().nodes().get().stream()
                        .map(broker ->
                                new ConfigResource(ConfigResource.Type.BROKER, broker.idString()));
        Map<ConfigResource, Config> found =
                admin.describeConfigs(Stream.concat(topics, brokers).toList()).all().get();
        return found.entrySet().stream()
                .flatMap(each -> compare(each.getKey(), each.getValue(), replicas).stream())
                .toList();
    }

    static List<Loose> compare(ConfigResource resource, Config config, int replicas) {
        Optional<Topic> topic =
                resource.type() == ConfigResource.Type.TOPIC
                        ? Topic.find(resource.name())
                        : Optional.empty();
        return topic.map(each -> each.bounds(replicas)).orElseGet(BrokerSettings::bounds).stream()
                .filter(bound -> !holds(bound, config))
                .map(bound -> new Loose(topic, bound.name()))
                .toList();
    }

    private static boolean holds(Setting bound, Config config) {
        ConfigEntry entry = config.get(bound.name().key());
        String value = entry == null ? null : entry.value();
        return value != null && bound.holds(value);
    }
}
