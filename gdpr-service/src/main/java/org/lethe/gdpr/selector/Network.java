package org.lethe.gdpr.selector;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.InvalidPersonalData;
import org.lethe.contracts.subject.Identifier;

/**
 * A network in CIDR form, as what the index has of it: visits are kept under the /24 of a v4
 * address, the /64 of a v6 one, and under the address itself.
 */
final class Network {

    /**
     * The widest network that is asked for is so many of those that are kept: eight bits of them.
     */
    private static final int WIDEST = 8;

    private static final int V4_BITS = 32;
    private static final int V4_NETWORK = 24;
    private static final int V6_NETWORK = 64;
    private static final Pattern CIDR = Pattern.compile("([^/]*)/(\\d{1,3})");

    private final BigInteger first;
    private final int prefix;
    private final int bits;

    private Network(byte[] first, int prefix) {
        this.first = new BigInteger(1, first);
        this.bits = first.length * Byte.SIZE;
        this.prefix = prefix;
    }

    /** Empty unless it is one; 192.0.2.7/24 says two things, and is none. */
    static Optional<Network> parse(String text) {
        Matcher cidr = CIDR.matcher(text);
        if (!cidr.matches()) {
            return Optional.empty();
        }
        try {
            byte[] first = ClientAddress.of(cidr.group(1)).inetAddress().getAddress();
            return Optional.of(new Network(first, Integer.parseInt(cidr.group(2))))
                    .filter(Network::isNetwork);
        } catch (InvalidPersonalData _) {
            return Optional.empty();
        }
    }

    boolean isTooWide() {
        return unit() - prefix > WIDEST;
    }

    /** Those networks or addresses that it consists of; each finds some of its visits. */
    Set<Identifier> identifiers() {
        var all = new LinkedHashSet<Identifier>();
        BigInteger step = BigInteger.ONE.shiftLeft(bits - unit());
        BigInteger at = first;
        for (int count = 1 << (unit() - prefix); count > 0; count--) {
            ClientAddress address = address(at);
            all.add(
                    unit() == bits
                            ? new Identifier.Address(address)
                            : new Identifier.Network(address));
            at = at.add(step);
        }
        return all;
    }

    private boolean isNetwork() {
        return prefix <= bits && (first.signum() == 0 || first.getLowestSetBit() >= bits - prefix);
    }

    /** The prefix of what it is made of: of a network that is kept, or of an address. */
    private int unit() {
        int network = bits == V4_BITS ? V4_NETWORK : V6_NETWORK;
        return prefix <= network ? network : bits;
    }

    private ClientAddress address(BigInteger value) {
        byte[] digits = value.toByteArray();
        byte[] address = new byte[bits / Byte.SIZE];
        int length = Math.min(digits.length, address.length);
        System.arraycopy(digits, digits.length - length, address, address.length - length, length);
        try {
            return new ClientAddress(InetAddress.getByAddress(address));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of four or sixteen bytes", e);
        }
    }
}
