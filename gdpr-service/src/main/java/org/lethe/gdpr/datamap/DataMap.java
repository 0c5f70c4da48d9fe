package org.lethe.gdpr.datamap;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.contracts.retention.Category;
import org.lethe.contracts.retention.Limits;
import org.lethe.contracts.topic.Topic;
import org.lethe.privacy.retention.Lifetimes;
import org.lethe.privacy.retention.RetentionSchedule;

/**
 * What is held, where, and until when.
 *
 * @param topics where records can't be erased one by one, and which therefore carry no personal
 *     data
 */
public record DataMap(List<Row> categories, List<TopicRow> topics) {

    /**
     * A category of the schedule.
     *
     * @param scope whose key it is sealed under and dies with; absent where no visitor data is held
     * @param lifetime as configured here, from opening or last renewal
     * @param ceiling beyond which no configuration reaches; absent where somebody ends it
     */
    public record Row(
            String category,
            List<String> contents,
            Optional<ScopeKind> scope,
            String destroyed,
            Optional<Duration> lifetime,
            Optional<Duration> ceiling) {}

    /**
     * A topic of Kafka.
     *
     * @param retention absent where the record of the newest state or of counts is kept
     */
    public record TopicRow(String topic, boolean personalData, Optional<Duration> retention) {}

    static DataMap of(Lifetimes lifetimes) {
        return new DataMap(
                RetentionSchedule.categories().stream().map(each -> row(each, lifetimes)).toList(),
                Arrays.stream(Topic.values()).map(DataMap::row).toList());
    }

    private static Row row(Category category, Lifetimes lifetimes) {
        return new Row(
                category.code(),
                RetentionSchedule.contents(category),
                category.scope(),
                category.destroyed(),
                category.scope().map(lifetimes::of).or(() -> lifetime(category)),
                category.limits().map(Limits::ceiling));
    }

    private static Optional<Duration> lifetime(Category category) {
        return category.limits().map(Limits::lifetime);
    }

    private static TopicRow row(Topic topic) {
        String millis = topic.settings(1).getOrDefault("retention.ms", "-1");
        Duration retention = Duration.ofMillis(Long.parseLong(millis));
        return new TopicRow(
                topic.topicName(),
                false,
                retention.isNegative() ? Optional.empty() : Optional.of(retention));
    }
}
