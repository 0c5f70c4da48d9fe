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
 * What is held, where, and until when; for what, who reads it, and how it is protected.
 *
 * @param topics where records can't be erased one by one, and which therefore carry no personal
 *     data
 */
public record DataMap(
        List<Row> categories,
        List<TopicRow> topics,
        List<MeasureRow> measures,
        List<PartRow> parts) {

    /**
     * A category of the schedule.
     *
     * @param scope whose key it is sealed under and dies with; absent where no visitor data is held
     * @param lifetime as configured here, from opening or last renewal
     * @param ceiling beyond which no configuration reaches; absent where somebody ends it
     * @param recipients who can read it; empty if nobody can
     */
    public record Row(
            String category,
            List<String> contents,
            Optional<ScopeKind> scope,
            String destroyed,
            Optional<Duration> lifetime,
            Optional<Duration> ceiling,
            String purpose,
            List<String> recipients) {}

    /**
     * A topic of Kafka.
     *
     * @param retention absent where nothing is removed by age
     */
    public record TopicRow(String topic, boolean personalData, Optional<Duration> retention) {}

    /**
     * A technical measure.
     *
     * @param record the number of the decision record that says how
     */
    public record MeasureRow(String measure, String words, String record) {}

    /** What a deployment stands on, what of personal data reaches it, and in what form. */
    public record PartRow(String part, String words, String receives, String form) {}

    static DataMap of(Lifetimes lifetimes) {
        return new DataMap(
                RetentionSchedule.categories().stream().map(each -> row(each, lifetimes)).toList(),
                Arrays.stream(Topic.values()).map(DataMap::row).toList(),
                Arrays.stream(Measure.values())
                        .map(it -> new MeasureRow(it.code(), it.words(), it.record()))
                        .toList(),
                Arrays.stream(Part.values())
                        .map(it -> new PartRow(it.code(), it.words(), it.receives(), it.form()))
                        .toList());
    }

    private static Row row(Category category, Lifetimes lifetimes) {
        Treatment treatment = Treatment.of(category);
        return new Row(
                category.code(),
                RetentionSchedule.contents(category),
                category.scope(),
                category.destroyed(),
                category.scope().map(lifetimes::of).or(() -> lifetime(category)),
                category.limits().map(Limits::ceiling),
                treatment.purpose(),
                treatment.recipients());
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
