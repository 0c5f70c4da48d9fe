package org.lethe.runtime.outside;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** To which addresses a name leads now. */
@FunctionalInterface
interface HostResolver {

    /** At least one address; blocks. */
    InetAddress[] resolve(String host) throws UnknownHostException;
}
