package org.lethe.presence.visit;

import org.jspecify.annotations.Nullable;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.HostName;

/**
 * Where a visit comes from, as it is sealed apart from its content, under the key of its address.
 */
public record AddressDocument(ClientAddress address, @Nullable HostName host) {}
