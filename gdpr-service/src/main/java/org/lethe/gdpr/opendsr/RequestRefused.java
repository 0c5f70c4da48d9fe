package org.lethe.gdpr.opendsr;

import java.util.EnumSet;
import java.util.Set;

/** Ends the handling of a request that is not one; an answer, not a fault. */
final class RequestRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final EnumSet<Objection> objections;

    RequestRefused(Set<Objection> objections) {
        super("request refused", null, false, false);
        this.objections = EnumSet.copyOf(objections);
    }

    Set<Objection> objections() {
        return objections;
    }
}
