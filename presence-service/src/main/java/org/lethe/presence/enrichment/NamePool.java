package org.lethe.presence.enrichment;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Distinct names in one byte array, addressed by number: seventy thousand names, two objects. */
final class NamePool {

    private final byte[] bytes;
    private final int[] ends;

    private NamePool(byte[] bytes, int[] ends) {
        this.bytes = bytes;
        this.ends = ends;
    }

    String get(int number) {
        int start = number == 0 ? 0 : ends[number - 1];
        return new String(bytes, start, ends[number] - start, StandardCharsets.UTF_8);
    }

    /** Gives each distinct name its number. */
    static final class Builder {

        private final Map<String, Integer> numbers = new HashMap<>();
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int[] ends = new int[1 << 10];

        int add(String name) {
            Integer known = numbers.get(name);
            return known != null ? known : append(name);
        }

        private int append(String name) {
            int number = numbers.size();
            numbers.put(name, number);
            bytes.writeBytes(name.getBytes(StandardCharsets.UTF_8));
            if (number == ends.length) {
                ends = Arrays.copyOf(ends, number * 2);
            }
            ends[number] = bytes.size();
            return number;
        }

        NamePool build() {
            return new NamePool(bytes.toByteArray(), Arrays.copyOf(ends, numbers.size()));
        }
    }
}
