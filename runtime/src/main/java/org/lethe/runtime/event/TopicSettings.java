package org.lethe.runtime.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the Kafka cluster is expected to be. */
@ConfigMapping(prefix = "lethe.kafka")
public interface TopicSettings {

    /** How many brokers keep each record; 1 is for one machine. */
    @WithDefault("1")
    int replicas();
}
