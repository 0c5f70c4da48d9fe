package org.lethe.stack.kafka;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.lethe.contracts.topic.BrokerSettings;
import org.lethe.stack.process.Resource;

/** The settings of the local broker: the contract's, and those of a small single node. */
final class KafkaSettings {
    static final String CLUSTER = "bGV0aGUtbG9jYWwtc3RhY2s";

    private KafkaSettings() {}

    static String file(int port, int controllerPort, Path logs) {
        String contract =
                BrokerSettings.settings().entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("\n", "", "\n"));
        return contract
                + Resource.text(
                        "/kafka/server.properties",
                        Map.of("port", port, "controller", controllerPort, "logs", logs));
    }
}
