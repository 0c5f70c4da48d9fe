package org.lethe.privacy.seal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Arrays;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.scope.Slot.Place;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;

/** Records as JSON on their way into a seal and out of it; the clear bytes are zeroed. */
final class SealedJson {

    private static final Log LOG = Log.of(SealedJson.class);
    private static final JsonMapper JSON = WireFormat.ofSealed();

    private SealedJson() {}

    static byte[] write(Object content) {
        try {
            return JSON.writeValueAsBytes(content);
        } catch (JsonProcessingException e) {
            // The cause quotes the content.
            throw new IllegalStateException("a record that can't be written");
        }
    }

    static <T> Reading<T> read(ScopeId scope, Place<T> place, Unsealed unsealed) {
        return switch (unsealed) {
            case Unsealed.Clear(byte[] clear) -> read(scope, place, clear);
            case Unsealed.Damaged() -> damaged(scope);
            case Unsealed.CompartmentDestroyed() -> new Reading.Gone<>();
        };
    }

    private static <T> Reading<T> read(ScopeId scope, Place<T> place, byte[] clear) {
        try {
            return new Reading.Held<>(JSON.readValue(clear, place.slot().type()));
        } catch (IOException | IllegalArgumentException e) {
            // The cause quotes the content.
            return damaged(scope);
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }

    private static <T> Reading<T> damaged(ScopeId scope) {
        LOG.warn("sealed content is damaged", LogKey.SCOPE.of(scope));
        return new Reading.Damaged<>();
    }
}
