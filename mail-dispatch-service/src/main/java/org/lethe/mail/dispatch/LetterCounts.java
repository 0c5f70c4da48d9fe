package org.lethe.mail.dispatch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.WireFormat;
import org.lethe.mail.post.PostponeReason;
import org.lethe.mail.post.Way;

/** What became of attempts at letters, and which way letters went; there with 0 from the start. */
final class LetterCounts {

    private final Map<Way, Counter> handedOver = new EnumMap<>(Way.class);
    private final Map<PostponeReason, Counter> postponed = new EnumMap<>(PostponeReason.class);
    private final Counter accepted;
    private final Counter refused;
    private final Counter unanswered;
    private final Counter perhapsDelivered;

    LetterCounts(MeterRegistry metrics) {
        accepted = attempts(metrics, "accepted");
        refused = attempts(metrics, "refused");
        unanswered = attempts(metrics, "unanswered");
        perhapsDelivered = attempts(metrics, "perhaps-delivered");
        for (PostponeReason reason : PostponeReason.values()) {
            postponed.put(reason, attempts(metrics, WireFormat.name(reason)));
        }
        for (Way way : Way.values()) {
            handedOver.put(
                    way,
                    Counter.builder("lethe.mail.handed.over")
                            .description("Letters that the mail server took, by TLS or in clear")
                            .tag("way", WireFormat.name(way))
                            .register(metrics));
        }
    }

    void accepted(Way way) {
        accepted.increment();
        increment(handedOver.get(way));
    }

    void refused() {
        refused.increment();
    }

    void postponed(PostponeReason reason) {
        increment(postponed.get(reason));
    }

    void unanswered() {
        unanswered.increment();
    }

    void perhapsDelivered() {
        perhapsDelivered.increment();
    }

    private static void increment(@Nullable Counter counter) {
        if (counter != null) {
            counter.increment();
        }
    }

    private static Counter attempts(MeterRegistry metrics, String outcome) {
        return Counter.builder("lethe.mail.attempts")
                .description("What became of attempts to hand a letter over")
                .tag("outcome", outcome)
                .register(metrics);
    }
}
