package org.lethe.contracts.letter;

import org.jspecify.annotations.Nullable;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.HostName;

/**
 * The visitor's IP address and host name; sealed as JSON in the letter's slot {@code addr}, in the
 * compartment for addresses, so that they can be destroyed alone.
 */
public record LetterAddress(@Nullable ClientAddress address, @Nullable HostName host) {}
