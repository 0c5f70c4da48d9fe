package org.lethe.stack.dns;

import java.net.InetAddress;

/**
 * The host names that the local name server makes up: every address has one, made of the address
 * itself, so that a test knows it and no real name of anybody is involved.
 */
public final class MadeUpHostNames {
    private static final String DOMAIN = ".visitors.example";

    private MadeUpHostNames() {}

    /** The name that a reverse lookup of this address finds, such as {@code 203.0.113.7}. */
    public static String of(InetAddress address) {
        return address.isLoopbackAddress()
                ? "localhost"
                : "host-" + address.getHostAddress().replaceAll("[.:]", "-") + DOMAIN;
    }
}
