package org.lethe.presence.enrichment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a city database of a few networks in MaxMind's format, so that tests need no download. */
final class TinyCityDatabase {

    private static final byte[] SEPARATOR = new byte[16];
    private static final String METADATA_MARKER = "MaxMind.com";
    private static final int EMPTY = -1;
    private static final int V4_IN_V6 = 96;

    private final List<int[]> nodes = new ArrayList<>(List.of(new int[] {EMPTY, EMPTY}));
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();

    /** Adds a network such as {@code 192.0.2.0/24}. */
    TinyCityDatabase with(String network, Map<String, ?> record) throws IOException {
        int slash = network.indexOf('/');
        InetAddress base = InetAddress.ofLiteral(network.substring(0, slash));
        int prefix = Integer.parseInt(network.substring(slash + 1));
        boolean v4 = base instanceof Inet4Address;
        byte[] bits = new byte[16];
        byte[] bytes = base.getAddress();
        System.arraycopy(bytes, 0, bits, v4 ? 12 : 0, bytes.length);
        int pointer = -2 - data.size();
        write(data, record);
        insert(bits, v4 ? prefix + V4_IN_V6 : prefix, pointer);
        return this;
    }

    /** A record as GeoLite2 has it. */
    static Map<String, Object> city(
            String city, String region, String country, String code, String zip) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("city", names(city));
        record.put("country", Map.of("iso_code", code, "names", Map.of("en", country)));
        record.put("postal", Map.of("code", zip));
        record.put("subdivisions", List.of(names(region)));
        return record;
    }

    void write(Path file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int[] node : nodes) {
            record(out, node[0]);
            record(out, node[1]);
        }
        out.write(SEPARATOR);
        data.writeTo(out);
        out.write(new byte[] {(byte) 0xab, (byte) 0xcd, (byte) 0xef});
        out.write(METADATA_MARKER.getBytes(StandardCharsets.US_ASCII));
        write(out, metadata());
        Files.write(file, out.toByteArray());
    }

    private Map<String, Object> metadata() {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("binary_format_major_version", (short) 2);
        metadata.put("binary_format_minor_version", (short) 0);
        metadata.put("build_epoch", 1L);
        metadata.put("database_type", "GeoLite2-City");
        metadata.put("description", Map.of("en", "a few networks"));
        metadata.put("ip_version", (short) 6);
        metadata.put("languages", List.of("en"));
        metadata.put("node_count", nodes.size());
        metadata.put("record_size", (short) 24);
        return metadata;
    }

    private void insert(byte[] bits, int prefix, int pointer) {
        int node = 0;
        for (int at = 0; at < prefix - 1; at++) {
            int[] here = nodes.get(node);
            int side = bit(bits, at);
            if (here[side] == EMPTY) {
                nodes.add(new int[] {EMPTY, EMPTY});
                here[side] = nodes.size() - 1;
            }
            node = here[side];
        }
        nodes.get(node)[bit(bits, prefix - 1)] = pointer;
    }

    private void record(ByteArrayOutputStream out, int value) {
        int record = value;
        if (value == EMPTY) {
            record = nodes.size();
        } else if (value < EMPTY) {
            record = nodes.size() + SEPARATOR.length + (-2 - value);
        }
        out.write(record >> 16);
        out.write(record >> 8);
        out.write(record);
    }

    private static int bit(byte[] bits, int at) {
        return bits[at / 8] >> (7 - at % 8) & 1;
    }

    private static Map<String, Object> names(String name) {
        return Map.of("names", Map.of("en", name));
    }

    private static void write(ByteArrayOutputStream out, Object value) throws IOException {
        switch (value) {
            case String text -> {
                byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                control(out, 2, utf8.length);
                out.write(utf8);
            }
            case Short number -> {
                control(out, 5, Short.BYTES);
                number(out, number, Short.BYTES);
            }
            case Integer number -> {
                control(out, 6, Integer.BYTES);
                number(out, number, Integer.BYTES);
            }
            case Long number -> {
                extended(out, 9, Long.BYTES);
                number(out, number, Long.BYTES);
            }
            case Map<?, ?> map -> {
                control(out, 7, map.size());
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    write(out, entry.getKey());
                    write(out, entry.getValue());
                }
            }
            case List<?> list -> {
                extended(out, 11, list.size());
                for (Object item : list) {
                    write(out, item);
                }
            }
            default -> throw new IllegalArgumentException("no such type here");
        }
    }

    private static void number(ByteArrayOutputStream out, long number, int bytes) {
        for (int shift = (bytes - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            out.write((int) (number >> shift));
        }
    }

    /** The control byte of the later types has type 0, and a second byte the type less 7. */
    private static void extended(ByteArrayOutputStream out, int type, int size) {
        out.write(size);
        out.write(type - 7);
    }

    private static void control(ByteArrayOutputStream out, int type, int size) {
        if (size >= 29) {
            out.write(type << 5 | 29);
            out.write(size - 29);
        } else {
            out.write(type << 5 | size);
        }
    }
}
