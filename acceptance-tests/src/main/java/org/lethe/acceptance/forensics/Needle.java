package org.lethe.acceptance.forensics;

import java.net.InetAddress;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lethe.acceptance.client.Json;

/**
 * One byte sequence to search for: a canary in one of the encodings that software puts text into.
 */
record Needle(String field, String encoding, byte[] bytes) {

    static List<Needle> of(List<Canary> canaries) {
        List<Needle> needles = new ArrayList<>();
        for (Canary canary : canaries) {
            encodings(canary)
                    .forEach((encoding, bytes) ->
                            needles.add(new Needle(canary.field(), encoding, bytes)));
        }
        return needles;
    }

    /**
     * A data key as it stands in memory: its bytes, and the words that a cipher's key schedule
     * begins with, which a processor of Intel's kind stores with their bytes reversed.
     */
    static List<Needle> ofKey(String field, byte[] key) {
        byte[] words = new byte[key.length];
        for (int at = 0; at < key.length; at++) {
            words[at] = key[at ^ 3];
        }
        return List.of(new Needle(field, "bytes", key), new Needle(field, "words", words));
    }

    private static Map<String, byte[]> encodings(Canary canary) {
        Map<String, byte[]> forms = new LinkedHashMap<>();
        byte[] core = canary.core().getBytes(StandardCharsets.UTF_8);
        forms.put("UTF-8", core);
        forms.put("UTF-16LE", canary.core().getBytes(StandardCharsets.UTF_16LE));
        forms.put("UTF-16BE", canary.core().getBytes(StandardCharsets.UTF_16BE));
        for (int shift = 0; shift < 3; shift++) {
            forms.put("base64/" + shift, base64(core, shift));
        }
        String json = Json.tree(canary.value()).toString();
        forms.put("JSON", json.substring(1, json.length() - 1).getBytes(StandardCharsets.UTF_8));
        forms.put(
                "URL",
                URLEncoder.encode(canary.value(), StandardCharsets.UTF_8)
                        .getBytes(StandardCharsets.UTF_8));
        if (canary.isAddress()) {
            byte[] packed = packed(canary.core());
            forms.put("packed", packed);
            if (packed.length == 4) {
                forms.put("packed into version 6", intoVersion6(packed));
            }
        }
        return forms;
    }

    /**
     * Whether it can't occur by chance. The four bytes of a version 4 address do in large memory,
     * so they are sought in what is small.
     */
    boolean isCertain() {
        return bytes.length >= 8;
    }

    /**
     * The characters of a base64 text that depend on the core alone, if it starts at a byte offset
     * of the given rest.
     */
    private static byte[] base64(byte[] core, int shift) {
        byte[] shifted = new byte[shift + core.length];
        System.arraycopy(core, 0, shifted, shift, core.length);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int from = shift == 0 ? 0 : shift + 1;
        int whole = shifted.length / 3 * 4;
        return encoded.substring(from, whole).getBytes(StandardCharsets.US_ASCII);
    }

    /** As RFC 4291, 2.5.5.2 maps it. */
    private static byte[] intoVersion6(byte[] packed) {
        byte[] mapped = new byte[16];
        mapped[10] = (byte) 0xff;
        mapped[11] = (byte) 0xff;
        System.arraycopy(packed, 0, mapped, 12, packed.length);
        return mapped;
    }

    private static byte[] packed(String address) {
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public String toString() {
        return field + " as " + encoding;
    }
}
