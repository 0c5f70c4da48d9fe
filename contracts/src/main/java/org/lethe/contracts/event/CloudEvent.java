package org.lethe.contracts.event;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;

/**
 * An event in its CloudEvents 1.0 envelope, structured mode.
 *
 * @param id unique with its source; the same event told twice has the same id
 * @param source the service that the event comes from, such as {@code /lethe/chat-service}
 * @param subject the key of the Kafka record: a scope's or account's id
 */
@JsonPropertyOrder({
    "specversion",
    "id",
    "source",
    "type",
    "subject",
    "time",
    "datacontenttype",
    "data"
})
public record CloudEvent(
        String specversion,
        String id,
        String source,
        EventType type,
        String subject,
        Instant time,
        String datacontenttype,
        Event data) {

    private static final String VERSION = "1.0";
    private static final String JSON = "application/json";

    /** Wraps an event. */
    public static CloudEvent of(String id, String source, Instant time, Event data) {
        return new CloudEvent(
                VERSION, id, source, data.eventType(), data.subject(), time, JSON, data);
    }
}
