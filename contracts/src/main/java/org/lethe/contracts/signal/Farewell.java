package org.lethe.contracts.signal;

import java.time.Instant;
import org.lethe.contracts.Coded;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.frame.DestroyedView;

/** What the people of a chat are told when it is gone. */
public record Farewell(EndReason reason, int messages, int files, Instant at) {

    /** Reads {@code <reason> <messages> <files> <ms>}. */
    public static Farewell parse(String text) {
        String[] parts = text.split(" ", -1);
        return new Farewell(
                Coded.of(EndReason.class, parts[0]),
                Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2]),
                Instant.ofEpochMilli(Long.parseLong(parts[3])));
    }

    public DestroyedView destroyed() {
        return new DestroyedView(messages, files, at);
    }
}
