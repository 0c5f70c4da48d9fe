package org.lethe.presence.visit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.scope.Compartment;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.privacy.seal.Unsealed;

/** Documents of a visit as sealed JSON; the clear bytes are zeroed as soon as they are used. */
enum VisitJson {
    VIEW("view", Compartment.CONTENT),
    ADDRESS("addr", Compartment.ADDRESS);

    private static final JsonMapper JSON = WireFormat.ofSealed();

    private final String slot;
    private final Compartment compartment;

    VisitJson(String slot, Compartment compartment) {
        this.slot = slot;
        this.compartment = compartment;
    }

    /** The slot that it is kept in; the kind that it is sealed as, too. */
    String slot() {
        return slot;
    }

    byte[] seal(ScopeCipher cipher, Object document) {
        byte[] clear = write(document);
        try {
            return cipher.seal(compartment, slot, clear);
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }

    /** The document, or nothing if its key is gone or somebody tampered with it. */
    <T> Optional<T> unseal(ScopeCipher cipher, byte[] sealed, Class<T> type) {
        return switch (cipher.unseal(compartment, slot, sealed)) {
            case Unsealed.Clear(byte[] clear) -> read(clear, type);
            case Unsealed.Damaged damaged -> Optional.empty();
            case Unsealed.CompartmentDestroyed destroyed -> Optional.empty();
        };
    }

    private static byte[] write(Object document) {
        try {
            return JSON.writeValueAsBytes(document);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("a visit can't be written");
        }
    }

    private static <T> Optional<T> read(byte[] clear, Class<T> type) {
        try {
            return Optional.of(JSON.readValue(clear, type));
        } catch (IOException unreadable) {
            // Its message would quote the document.
            return Optional.empty();
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }
}
