package org.lethe.runtime.client;

import java.net.InetAddress;
import java.util.Arrays;

/** A network in CIDR form; a single address is a network of its full length. */
public record Subnet(InetAddress base, int prefix) {

    public static Subnet parse(String text) {
        int slash = text.indexOf('/');
        InetAddress base = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
        int longest = base.getAddress().length * Byte.SIZE;
        int prefix = slash < 0 ? longest : Integer.parseInt(text.substring(slash + 1));
        if (prefix < 0 || prefix > longest) {
            throw new IllegalArgumentException("not a network: wrong prefix length");
        }
        return new Subnet(base, prefix);
    }

    public boolean contains(InetAddress address) {
        byte[] network = base.getAddress();
        byte[] other = address.getAddress();
        int whole = prefix / Byte.SIZE;
        if (network.length != other.length || !Arrays.equals(network, 0, whole, other, 0, whole)) {
            return false;
        }
        int rest = prefix % Byte.SIZE;
        int mask = 0xff << (Byte.SIZE - rest) & 0xff;
        return rest == 0 || (network[whole] & mask) == (other[whole] & mask);
    }
}
