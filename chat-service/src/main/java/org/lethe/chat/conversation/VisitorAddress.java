package org.lethe.chat.conversation;

import org.jspecify.annotations.Nullable;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.HostName;

/** Where the visitor comes from; kept in the compartment for addresses, so that it can go alone. */
public record VisitorAddress(@Nullable ClientAddress address, @Nullable HostName host) {}
