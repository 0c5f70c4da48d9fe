package org.lethe.contracts.scope;

import org.jspecify.annotations.Nullable;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.HostName;

/**
 * Where a visitor comes from; sealed in the compartment for addresses of a visit, a chat or a
 * letter, so that it can be destroyed alone.
 */
public record Whereabouts(ClientAddress address, @Nullable HostName host) {}
