package org.lethe.contracts.event;

/** What became of the bytes of a record. */
public sealed interface Decoded {

    record Understood(CloudEvent event) implements Decoded {}

    record Refused(Reason reason) implements Decoded {}

    /** Why a record is no event for us. */
    enum Reason {
        /** A type that this version does not know. */
        UNKNOWN_TYPE,
        /** No CloudEvent in JSON, or its data is not what the type demands. */
        MALFORMED
    }
}
