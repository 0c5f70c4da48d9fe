package org.lethe.gdpr.ledger;

import java.util.Comparator;
import org.lethe.contracts.topic.Topic;

/** A partition of a topic. */
public record Place(Topic topic, int partition) implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::topic).thenComparingInt(Place::partition);

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
