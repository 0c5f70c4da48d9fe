package org.lethe.runtime.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.InvalidPersonalData;

/**
 * Reads what proxies say of who called them, nearest last; empty where that is no address.
 *
 * <p>A port is left out, brackets and quotes are taken off. What is no address to all readers, such
 * as one with leading zeros, is none here.
 */
final class ForwardedHops {

    private static final String FORWARDED = "Forwarded";

    /** An address with brackets, one without colons, or one of IPv6; the first two with a port. */
    private static final Pattern NODE =
            Pattern.compile("\\[([^\\]]*)](?::[\\w.-]*)?|([^:]*)(?::[\\w.-]*)?|(.*)");

    private static final Pattern FOR =
            Pattern.compile("(?i)(?:^|;)\\s*for\\s*=\\s*(\"[^\"]*\"|[^;\\s]*)");

    private ForwardedHops() {}

    /**
     * The hops of all lines of a header.
     *
     * @param name {@code Forwarded} (RFC 7239) is read as such, any other as a list of addresses
     */
    static List<Optional<ClientAddress>> read(String name, List<String> lines) {
        boolean inPairs = name.equalsIgnoreCase(FORWARDED);
        return lines.stream()
                .flatMap(line -> (inPairs ? elements(line) : List.of(line.split(",", -1))).stream())
                .map(element -> inPairs ? node(element) : element)
                .map(ForwardedHops::address)
                .toList();
    }

    /** The address in what a proxy, or the connection itself, calls a node. */
    static Optional<ClientAddress> address(String node) {
        Matcher parts = NODE.matcher(node.replace("\"", "").strip());
        for (int part = 1; parts.matches() && part <= parts.groupCount(); part++) {
            if (parts.group(part) != null) {
                return literal(parts.group(part));
            }
        }
        return Optional.empty();
    }

    private static String node(String element) {
        Matcher pair = FOR.matcher(element);
        return pair.find() ? pair.group(1) : "";
    }

    /**
     * Splits at commas that are not quoted.
     *
     * <p>Whoever sends a quote that isn't closed would have what our proxy appends stand in quotes,
     * and his own word for himself be the last: such a line says nothing.
     */
    private static List<String> elements(String line) {
        List<String> elements = new ArrayList<>();
        boolean quoted = false;
        int begin = 0;
        for (int at = 0; at < line.length(); at++) {
            quoted ^= line.charAt(at) == '"';
            if (line.charAt(at) == ',' && !quoted) {
                elements.add(line.substring(begin, at));
                begin = at + 1;
            }
        }
        elements.add(line.substring(begin));
        return quoted ? List.of("") : elements;
    }

    private static Optional<ClientAddress> literal(String text) {
        try {
            return Optional.of(ClientAddress.of(text));
        } catch (InvalidPersonalData notAnAddress) {
            return Optional.empty();
        }
    }
}
