package org.lethe.acceptance.forensics;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The second attack: with the key-encryption key in hand, looks at every offset of every place for
 * something that could be a wrapped key, unwraps it, and tries to open with it all that was
 * recorded during life.
 */
final class SealedAttack {
    private static final int[] NONCE_OFFSETS = {0, 1, 5};
    private static final int SMALLEST = 1 << 8;
    private static final int CHUNK = 1 << 20;

    private final KeyEncryptionKey kek;
    private final Recording recording;
    private final Haystack canaries;
    private final Map<String, Needle> keys = new LinkedHashMap<>();
    private final Map<String, Set<String>> opened = new HashMap<>();

    SealedAttack(KeyEncryptionKey kek, Recording recording, List<Needle> canaries) {
        this.kek = kek;
        this.recording = recording;
        this.canaries = new Haystack(canaries.stream().filter(Needle::isCertain).toList());
    }

    /**
     * Place by place, the fields of recorded ciphertexts that a key found there opens, such as
     * {@code chat's message}.
     */
    List<Finding> attack(List<Place> places) {
        return Finding.in(
                places,
                (part, content, hits) -> {
                    for (byte[] candidate : candidates(content)) {
                        for (String what : openedBy(candidate)) {
                            Finding.Hit hit = new Finding.Hit(part, what);
                            if (!hits.contains(hit)) {
                                hits.add(hit);
                            }
                        }
                    }
                });
    }

    /** Tried once, in however many places it stands. */
    private Set<String> openedBy(byte[] candidate) {
        return opened.computeIfAbsent(
                HexFormat.of().formatHex(candidate), _ -> open(kek.unwrap(candidate)));
    }

    private Set<String> open(byte[] dataKey) {
        Set<String> fields = new LinkedHashSet<>();
        for (Recording.Sealed sealed : recording.ciphertexts()) {
            String kind = Recording.kindOf(sealed.scope());
            for (byte[] clear : readings(dataKey, sealed)) {
                for (Needle needle : canaries.search(clear)) {
                    fields.add(kind + "'s " + needle.field());
                    keep(kind, dataKey);
                }
            }
        }
        return fields;
    }

    private void keep(String kind, byte[] dataKey) {
        for (Needle needle : Needle.ofKey(kind + "'s key", dataKey)) {
            keys.putIfAbsent(needle.encoding() + HexFormat.of().formatHex(dataKey), needle);
        }
    }

    /** The unwrapped keys that have opened something, as they stand in a process' memory. */
    Collection<Needle> keys() {
        return keys.values();
    }

    private List<byte[]> readings(byte[] dataKey, Recording.Sealed sealed) {
        List<byte[]> readings = new ArrayList<>();
        for (int offset : NONCE_OFFSETS) {
            if (sealed.bytes().length >= offset + 28) {
                readings.add(
                        KeyEncryptionKey.decrypt(
                                dataKey, sealed.bytes(), offset, sealed.bytes().length - 16));
            }
        }
        readings.add(SealedFiles.open(dataKey, sealed));
        return readings;
    }

    /** Every run of bytes, at whatever offset, that starts as a wrapped key does; each once. */
    private List<byte[]> candidates(InputStream content) throws IOException {
        Map<String, byte[]> found = new LinkedHashMap<>();
        byte[] prefix = kek.prefix();
        int length = kek.wrappedLength();
        int chunk = Math.clamp(content.available() + 1L, SMALLEST, CHUNK);
        byte[] window = new byte[chunk + length];
        int kept = 0;
        for (boolean last = false; !last; ) {
            int read = content.readNBytes(window, kept, chunk);
            last = read < chunk;
            int filled = kept + read;
            int end = filled - length;
            for (int at = 0; at <= end; at++) {
                if (window[at] == prefix[0]
                        && Arrays.equals(
                                window, at, at + prefix.length, prefix, 0, prefix.length)) {
                    byte[] candidate = Arrays.copyOfRange(window, at, at + length);
                    found.put(HexFormat.of().formatHex(candidate), candidate);
                }
            }
            kept = Math.min(filled, length - 1);
            System.arraycopy(window, filled - kept, window, 0, kept);
        }
        return List.copyOf(found.values());
    }
}
