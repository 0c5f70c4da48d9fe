package org.lethe.runtime.event;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;
import org.lethe.contracts.topic.BrokerSettings;
import org.lethe.contracts.topic.Setting;
import org.lethe.contracts.topic.SettingName;
import org.lethe.contracts.topic.Topic;

/** Compares the topics and brokers of a Kafka cluster with what the contracts demand. */
final class KafkaInspection {

    private final Admin admin;
    private final int replicas;

    KafkaInspection(Admin admin, int replicas) {
        this.admin = admin;
        this.replicas = replicas;
    }

    /**
     * A setting that is looser than it may be.
     *
     * @param topic empty for a broker's setting
     */
    record Loose(Optional<Topic> topic, SettingName setting) {}

    /** What is not as it must be: a missing topic may still come, a loose setting is final. */
    record Result(List<Topic> missing, List<Loose> loose) {}

    /** Looks at all topics and brokers; throws while Kafka is away. */
    Result look() throws ExecutionException, InterruptedException {
        Set<String> present = admin.listTopics().names().get();
        List<Topic> missing =
                Stream.of(Topic.values())
                        .filter(topic -> !present.contains(topic.topicName()))
                        .toList();
        var loose = new ArrayList<Loose>();
        if (missing.isEmpty()) {
            describe()
                    .forEach((resource, config) ->
                            loose.addAll(compare(resource, config, replicas)));
        }
        return new Result(missing, loose);
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

    private Map<ConfigResource, Config> describe() throws ExecutionException, InterruptedException {
        Set<ConfigResource> wanted = new HashSet<>();
        for (Topic topic : Topic.values()) {
            wanted.add(new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName()));
        }
        for (Node broker : admin.describeCluster().nodes().get()) {
            wanted.add(new ConfigResource(ConfigResource.Type.BROKER, broker.idString()));
        }
        return admin.describeConfigs(wanted).all().get();
    }
}
