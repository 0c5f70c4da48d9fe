package org.lethe.privacy.redis;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An entry of a stream. */
public record StreamEntry(String id, Map<String, byte[]> fields) {

    public String text(String field) {
        byte[] value = fields.get(field);
        if (value == null) {
            throw new IllegalArgumentException("a stream entry without " + field);
        }
        return new String(value, StandardCharsets.UTF_8);
    }

    /** When Redis took it, in milliseconds: the first part of its id. */
    public long millis() {
        return Long.parseLong(id.substring(0, id.indexOf('-')));
    }
}
