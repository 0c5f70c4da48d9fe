package org.lethe.privacy.seal;

import java.nio.charset.StandardCharsets;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.scope.Compartment;

/** Binds a ciphertext to its place, so that it opens nowhere else. */
public final class AssociatedData {

    // No part can hold the separator: ids and kinds are of letters, digits, '-', ':' and '.'.
    private static final String SEPARATOR = "|";

    private AssociatedData() {}

    public static byte[] ofKey(ScopeId scope, Compartment compartment) {
        return bytes("key", scope.value(), compartment.name());
    }

    static byte[] ofContent(ScopeId scope, Compartment compartment, String kind) {
        return bytes("content", scope.value(), compartment.name(), checked(kind));
    }

    static byte[] ofStream(ScopeId scope, Compartment compartment, String kind) {
        return bytes("stream", scope.value(), compartment.name(), checked(kind));
    }

    static byte[] ofRecordKey(String place) {
        return bytes("record-key", place);
    }

    static byte[] ofRecord(String place) {
        return bytes("record", place);
    }

    private static String checked(String kind) {
        if (kind.isEmpty() || kind.contains(SEPARATOR)) {
            throw new IllegalArgumentException("not a kind of content");
        }
        return kind;
    }

    private static byte[] bytes(String... parts) {
        return String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8);
    }
}
