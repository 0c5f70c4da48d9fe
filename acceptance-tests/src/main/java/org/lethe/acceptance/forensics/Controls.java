package org.lethe.acceptance.forensics;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/**
 * Values that are known to be there, in every encoding: a search that does not find all of them is
 * blind, and its finding nothing else says nothing.
 */
final class Controls {
    private static final String NAME = "forensics-control";

    private final List<Needle> plain;
    private final Needle packed;

    Controls() {
        String word = Long.toString(System.nanoTime(), Character.MAX_RADIX);
        plain =
                Needle.of(
                        List.of(
                                new Canary("control", "a \"" + word + "\" / b", word + "plain"),
                                unescaped("IP of version 6", "2001:db8::" + group(word)),
                                unescaped("IP of version 4", "198.18.101.102")));
        packed = Needle.of(List.of(unescaped("gzip control", word + "packed"))).getFirst();
    }

    /** Of characters that JSON leaves as they are. */
    private static Canary unescaped(String field, String text) {
        return new Canary(field, text, text);
    }

    private static String group(String word) {
        return Integer.toHexString(0x1000 + Math.floorMod(word.hashCode(), 0xe000));
    }

    /** The places in which one of the controls was planted and not found. */
    List<String> missedIn(List<Folder> folders, RedisKeys redis, List<Place> memory)
            throws IOException {
        byte[] content = content();
        List<Path> planted = new ArrayList<>();
        try {
            for (Folder folder : folders) {
                planted.add(Files.write(folder.path().resolve(NAME), content));
            }
            redis.plant(NAME, content);
            List<String> missed = new ArrayList<>();
            folders.forEach(folder -> missed.addAll(missedIn(folder)));
            missed.addAll(missedIn(redis));
            memory.forEach(place -> missed.addAll(missedIn(place)));
            return missed;
        } finally {
            redis.remove(NAME);
            for (Path file : planted) {
                Files.deleteIfExists(file);
            }
        }
    }

    private List<String> missedIn(Place place) {
        Set<String> found = new HashSet<>();
        switch (new Haystack(all()).search(List.of(place)).getFirst()) {
            case Finding.Found hits -> hits.hits().forEach(hit -> found.add(hit.what()));
            case Finding.Clean ignored -> {}
            case Finding.Skipped ignored -> {
                // The attack itself says what it could not search.
                return List.of();
            }
        }
        return all().stream()
                .map(Needle::toString)
                .filter(needle -> !found.contains(needle))
                .map(needle -> place.name() + " to " + needle)
                .toList();
    }

    private List<Needle> all() {
        List<Needle> all = new ArrayList<>(plain);
        all.add(packed);
        return all;
    }

    /** Every needle once, and one more that stands nowhere but inside a gzip member. */
    private byte[] content() throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (Needle needle : plain) {
            content.write(needle.bytes());
            content.write("\n--\n".getBytes(StandardCharsets.US_ASCII));
        }
        try (GZIPOutputStream member = new GZIPOutputStream(content)) {
            member.write(packed.bytes());
        }
        return content.toByteArray();
    }
}
