package org.lethe.runtime.client;

/** Where the operator's own resolver listens. */
record Resolver(String host, int port) {

    private static final int DNS_PORT = 53;
    private static final int MAX_PORT = 65_535;

    Resolver {
        if (host.isBlank() || port < 1 || port > MAX_PORT) {
            throw new IllegalArgumentException("lethe.clients.resolver must be host:port");
        }
    }

    /** Reads {@code host}, {@code host:port} or {@code [ipv6]:port}. */
    static Resolver parse(String text) {
        int colon = text.lastIndexOf(':');
        boolean bareIpv6 = !text.startsWith("[") && text.indexOf(':') != colon;
        if (colon < 0 || bareIpv6 || text.endsWith("]")) {
            return new Resolver(unbracketed(text), DNS_PORT);
        }
        return new Resolver(unbracketed(text.substring(0, colon)), port(text.substring(colon + 1)));
    }

    private static String unbracketed(String host) {
        return host.startsWith("[") && host.endsWith("]")
                ? host.substring(1, host.length() - 1)
                : host;
    }

    private static int port(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(
                    "lethe.clients.resolver must be host:port", notANumber);
        }
    }
}
