package org.lethe.privacy.hygiene;

import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.id.ScopeId;

/** What was destroyed of a scope. */
public sealed interface Destruction {

    ScopeId scope();

    record Whole(ScopeId scope, DestroyReason reason) implements Destruction {}

    record AddressAlone(ScopeId scope) implements Destruction {}
}
