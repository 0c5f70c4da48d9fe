package org.lethe.contracts.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.lethe.contracts.WireFormat;

/** Writes events as CloudEvents in JSON, and reads them back. */
public final class EventCodec {

    private static final JsonMapper JSON = WireFormat.mapper();

    private EventCodec() {}

    public static byte[] encode(CloudEvent event) {
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event that can't be written", e);
        }
    }

    public static Decoded decode(byte[] bytes) {
        try {
            JsonNode tree = JSON.readTree(bytes);
            Optional<EventType> type = EventType.find(tree.path("type").asText());
            if (type.isEmpty()) {
                boolean named = tree.path("type").isTextual();
                return new Decoded.Refused(
                        named ? Decoded.Reason.UNKNOWN_TYPE : Decoded.Reason.MALFORMED);
            }
            return new Decoded.Understood(read(tree, type.get()));
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            return new Decoded.Refused(Decoded.Reason.MALFORMED);
        }
    }

    /** The JSON of the event alone, as an outbox entry holds it. */
    public static String data(Event event) {
        try {
            return JSON.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event that can't be written", e);
        }
    }

    /** Reads what {@link #data} wrote, or throws {@link IllegalArgumentException}. */
    public static Event event(EventType type, String data) {
        try {
            return JSON.readValue(data, type.record());
        } catch (JsonProcessingException e) {
            // The cause quotes the input.
            throw new IllegalArgumentException("not the data of a " + type.type());
        }
    }

    private static CloudEvent read(JsonNode tree, EventType type) throws IOException {
        Event data = JSON.treeToValue(tree.path("data"), type.record());
        String subject = text(tree, "subject");
        if (data == null
                || !text(tree, "specversion").equals("1.0")
                || !data.subject().equals(subject)) {
            throw new IllegalArgumentException("an envelope that does not fit its event");
        }
        Instant time = Instant.parse(text(tree, "time"));
        return CloudEvent.of(text(tree, "id"), text(tree, "source"), time, data);
    }

    private static String text(JsonNode tree, String name) {
        JsonNode value = tree.path(name);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("an envelope without " + name);
        }
        return value.textValue();
    }
}
