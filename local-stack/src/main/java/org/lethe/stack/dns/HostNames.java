package org.lethe.stack.dns;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The host names that the local name server makes up: every address has one, made of the address
 * itself, so that a test knows it and no real name of anybody is involved.
 */
public final class HostNames {

    private static final String V4 = ".in-addr.arpa.";
    private static final String V6 = ".ip6.arpa.";
    private static final String DOMAIN = ".visitors.example";

    private HostNames() {}

    /** The name that a reverse lookup of this address finds, such as {@code 203.0.113.7}. */
    public static String of(InetAddress address) {
        if (address.isLoopbackAddress()) {
            return "localhost";
        }
        byte[] bytes = address.getAddress();
        var name = new StringBuilder("host");
        if (bytes.length == 4) {
            for (byte part : bytes) {
                name.append('-').append(part & 0xff);
            }
        } else {
            for (int i = 0; i < bytes.length; i += 2) {
                int group = (bytes[i] & 0xff) << 8 | bytes[i + 1] & 0xff;
                name.append('-').append(Integer.toHexString(group));
            }
        }
        return name + DOMAIN;
    }

    /** The address that a question such as {@code 7.113.0.203.in-addr.arpa.} asks for. */
    static Optional<byte[]> address(String question) {
        String name = question.toLowerCase(Locale.ROOT);
        if (name.endsWith(V4)) {
            return bytes(labels(name, V4), 4, 10);
        }
        if (name.endsWith(V6)) {
            return nibbles(labels(name, V6));
        }
        return Optional.empty();
    }

    private static List<String> labels(String name, String suffix) {
        String front = name.substring(0, name.length() - suffix.length());
        return Arrays.asList(front.split("\\.", -1)).reversed();
    }

    private static Optional<byte[]> nibbles(List<String> labels) {
        if (labels.size() != 32) {
            return Optional.empty();
        }
        var pairs =
                IntStream.range(0, 16)
                        .mapToObj(i -> labels.get(2 * i) + labels.get(2 * i + 1))
                        .toList();
        return bytes(pairs, 16, 16);
    }

    private static Optional<byte[]> bytes(List<String> parts, int count, int radix) {
        if (parts.size() != count) {
            return Optional.empty();
        }
        byte[] bytes = new byte[count];
        try {
            for (int i = 0; i < count; i++) {
                int value = Integer.parseInt(parts.get(i), radix);
                if (value < 0 || value > 255) {
                    return Optional.empty();
                }
                bytes[i] = (byte) value;
            }
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
        return Optional.of(bytes);
    }
}
