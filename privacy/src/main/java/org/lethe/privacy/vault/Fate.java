package org.lethe.privacy.vault;

/** What became of a scope, for who wants nothing in it. */
public enum Fate {
    OPEN,
    DESTROYED,
    /** It went with the store; nobody destroyed it. */
    LOST,
    /** Nothing can be said now. */
    UNKNOWN;

    /** Forgets the keys of one that is open. */
    static Fate of(Lookup lookup) {
        return switch (lookup) {
            case Lookup.Open open -> {
                open.cipher().close();
                yield OPEN;
            }
            case Lookup.Destroyed() -> DESTROYED;
            case Lookup.Unavailable(Unavailability reason) ->
                    reason == Unavailability.STORE_LOST ? LOST : UNKNOWN;
        };
    }
}
