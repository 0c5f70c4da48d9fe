package org.lethe.runtime.client;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.HexFormat;

/**
 * The domain that holds the host name of an address (RFC 1035 section 3.5, RFC 3596 section 2.5).
 */
final class ReverseName {

    private ReverseName() {}

    static String of(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? decimals(bytes) : nibbles(bytes);
    }

    private static String decimals(byte[] bytes) {
        StringBuilder name = new StringBuilder();
        for (int at = bytes.length - 1; at >= 0; at--) {
            name.append(bytes[at] & 0xff).append('.');
        }
        return name.append("in-addr.arpa").toString();
    }

    private static String nibbles(byte[] bytes) {
        var digits = new StringBuilder(HexFormat.of().formatHex(bytes)).reverse();
        return String.join(".", digits.toString().split("")) + ".ip6.arpa";
    }
}
