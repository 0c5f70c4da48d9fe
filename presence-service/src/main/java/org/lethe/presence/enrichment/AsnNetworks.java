package org.lethe.presence.enrichment;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The networks of two CSV files (columns: first address, last address, number, organisation).
 *
 * <p>IPv6 networks are told apart by their first 64 bits; nobody announces a smaller one.
 */
final class AsnNetworks {

    private final RangeTable v4;
    private final RangeTable v6;
    private final NamePool names;

    private AsnNetworks(RangeTable v4, RangeTable v6, NamePool names) {
        this.v4 = v4;
        this.v6 = v6;
        this.names = names;
    }

    static AsnNetworks read(Path ipv4Csv, Path ipv6Csv) throws IOException {
        NamePool.Builder names = new NamePool.Builder();
        RangeTable v4 = table(ipv4Csv, names);
        RangeTable v6 = table(ipv6Csv, names);
        return new AsnNetworks(v4, v6, names.build());
    }

    Optional<String> find(InetAddress address) {
        int name = (address instanceof Inet4Address ? v4 : v6).find(number(address));
        return name == RangeTable.NONE ? Optional.empty() : Optional.of(names.get(name));
    }

    private static RangeTable table(Path csv, NamePool.Builder names) throws IOException {
        RangeTable.Builder table = new RangeTable.Builder();
        try (BufferedReader lines = Files.newBufferedReader(csv, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                addRow(line, table, names);
            }
        }
        return table.build();
    }

    private static void addRow(String line, RangeTable.Builder table, NamePool.Builder names) {
        int lastAt = line.indexOf(',') + 1;
        int systemAt = line.indexOf(',', lastAt) + 1;
        int nameAt = line.indexOf(',', systemAt) + 1;
        if (lastAt == 0 || systemAt == 0 || nameAt == 0) {
            return;
        }
        String organisation = line.substring(nameAt).strip();
        if (!organisation.isEmpty()) {
            table.add(
                    number(line, 0, lastAt - 1),
                    number(line, lastAt, systemAt - 1),
                    names.add(unquoted(organisation)));
        }
    }

    private static long number(String line, int from, int to) {
        long plain = DottedQuad.parse(line, from, to);
        return plain == DottedQuad.NONE
                ? number(InetAddress.ofLiteral(line.substring(from, to)))
                : plain;
    }

    private static long number(InetAddress address) {
        ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
        return address instanceof Inet4Address
                ? Integer.toUnsignedLong(bytes.getInt())
                : bytes.getLong();
    }

    private static String unquoted(String column) {
        boolean quoted = column.length() > 1 && column.startsWith("\"") && column.endsWith("\"");
        return quoted ? column.substring(1, column.length() - 1).replace("\"\"", "\"") : column;
    }
}
