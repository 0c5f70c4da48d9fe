package org.lethe.runtime.client;

import java.net.InetAddress;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.lethe.contracts.personal.HostName;

/**
 * Asks for the host name of an address: the only question about a visitor that leaves the process.
 */
public interface HostNames extends AutoCloseable {

    /** The name, or nothing when there is none in time; never fails. */
    CompletionStage<Optional<HostName>> find(InetAddress address);

    @Override
    default void close() {}
}
