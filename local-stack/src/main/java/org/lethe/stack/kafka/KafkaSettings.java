package org.lethe.stack.kafka;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.lethe.contracts.topic.BrokerSettings;

/** The settings of the local broker: the contract's, and those of a small single node. */
final class KafkaSettings {

    static final String CLUSTER = "bGV0aGUtbG9jYWwtc3RhY2s";

    private KafkaSettings() {}

    static String file(int port, int controllerPort, Path logs) {
        var settings = new LinkedHashMap<>(BrokerSettings.settings());
        settings.putAll(node(port, controllerPort, logs));
        settings.putAll(small());
        return settings.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static Map<String, String> node(int port, int controllerPort, Path logs) {
        var node = new LinkedHashMap<String, String>();
        node.put("process.roles", "broker,controller");
        node.put("node.id", "1");
        node.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        node.put("controller.listener.names", "CONTROLLER");
        node.put(
                "listeners",
                "CLIENT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        node.put("advertised.listeners", "CLIENT://127.0.0.1:" + port);
        node.put("listener.security.protocol.map", "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        node.put("inter.broker.listener.name", "CLIENT");
        node.put("log.dirs", logs.toString());
        return node;
    }

    private static Map<String, String> small() {
        var small = new LinkedHashMap<String, String>();
        // What no topic says otherwise: the shortest retention of the suite.
        small.put("log.retention.ms", "600000");
        small.put("log.roll.ms", "60000");
        small.put("log.initial.task.delay.ms", "1000");
        small.put("group.initial.rebalance.delay.ms", "0");
        small.put("offsets.topic.num.partitions", "1");
        small.put("offsets.topic.replication.factor", "1");
        small.put("transaction.state.log.num.partitions", "1");
        small.put("transaction.state.log.replication.factor", "1");
        small.put("transaction.state.log.min.isr", "1");
        small.put("share.coordinator.state.topic.num.partitions", "1");
        small.put("share.coordinator.state.topic.replication.factor", "1");
        small.put("share.coordinator.state.topic.min.isr", "1");
        small.put("log.cleaner.dedupe.buffer.size", "4194304");
        small.put("num.network.threads", "2");
        small.put("num.io.threads", "4");
        // Started again after a kill it is itself again within seconds.
        small.put("broker.session.timeout.ms", "2000");
        small.put("broker.heartbeat.interval.ms", "500");
        return small;
    }
}
