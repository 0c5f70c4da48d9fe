package org.lethe.stack.kafka;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.lethe.contracts.topic.Topic;
import org.lethe.stack.process.PartFailure;

/** Creates the topics that {@code contracts} declares. */
final class Topics {

    private static final int SECONDS = 30;

    private Topics() {}

    static void create(String broker) {
        var wanted =
                Arrays.stream(Topic.values())
                        .map(topic ->
                                new NewTopic(topic.topicName(), topic.partitions(), (short) 1)
                                        .configs(topic.settings(1)))
                        .toList();
        try (var admin =
                Admin.create(
                        Map.<String, Object>of(
                                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker))) {
            admin.createTopics(wanted).all().get(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailure("kafka", "interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new PartFailure("kafka", "topics can't be created", e);
        }
    }
}
