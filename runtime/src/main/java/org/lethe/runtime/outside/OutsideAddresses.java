package org.lethe.runtime.outside;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.lethe.runtime.client.Subnet;

/**
 * Which addresses are outside: those of the public Internet.
 *
 * <p>Named is what is inside of IPv4, by IANA's registry of special addresses; of IPv6, where only
 * one block in eight is given to the public, what is outside, and the exceptions within. So
 * addresses that translate to IPv4 (NAT64, 6to4, Teredo) are inside, wherever they lead.
 *
 * @param allowLoopback takes this machine for outside, for a suite and tests on one machine
 */
record OutsideAddresses(boolean allowLoopback) {

    private static final List<Subnet> INSIDE_V4 =
            subnets(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3",
                    // A cloud's own services, at an address that looks public.
                    "168.63.129.16");

    private static final Subnet PUBLIC_V6 = Subnet.parse("2000::/3");
    private static final List<Subnet> INSIDE_V6 =
            subnets("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    boolean has(InetAddress address) {
        if (address.isLoopbackAddress()) {
            return allowLoopback;
        }
        return address instanceof Inet4Address
                ? isNone(INSIDE_V4, address)
                : PUBLIC_V6.contains(address) && isNone(INSIDE_V6, address);
    }

    private static boolean isNone(List<Subnet> subnets, InetAddress address) {
        return subnets.stream().noneMatch(subnet -> subnet.contains(address));
    }

    private static List<Subnet> subnets(String... texts) {
        return Stream.of(texts).map(Subnet::parse).toList();
    }
}
