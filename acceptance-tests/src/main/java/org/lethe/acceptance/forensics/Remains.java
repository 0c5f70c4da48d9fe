package org.lethe.acceptance.forensics;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/**
 * The attack that needs no canary: anything at all that is still stored under the name of a scope,
 * be it noise by now. Left out is what holds no content by design: lifecycle events with ids on
 * Kafka, for their minutes; the tombstones of letters and requests, which make that none is sent or
 * worked on twice; counts of what was removed, for receipts, those of chats under a digest of the
 * id.
 */
final class Remains {
    private static final Map<String, String> SLOTS =
            Map.of(
                    "kc", "content key",
                    "ka", "address key",
                    "m", "state",
                    "addr", "address",
                    "sel", "selectors");

    private Remains() {}

    static List<Finding> of(Collection<String> scopes, List<Place> stores) {
        return Finding.in(
                stores,
                (part, content, hits) -> {
                    if (scopes.stream().anyMatch(scope -> isOf(scope, part))) {
                        hits.add(new Finding.Hit(part, name(part)));
                    } else if (isOfIndex(part)) {
                        String found = new String(content.readAllBytes(), StandardCharsets.UTF_8);
                        if (scopes.contains(found)) {
                            hits.add(
                                    new Finding.Hit(
                                            part, Recording.kindOf(found) + " entry of the index"));
                        }
                    }
                });
    }

    /** Those of the scopes under whose names something is stored. */
    static Set<String> held(Collection<String> scopes, List<Place> stores) {
        return of(scopes, stores).stream()
                .filter(Finding.Found.class::isInstance)
                .flatMap(found -> ((Finding.Found) found).hits().stream())
                .flatMap(hit -> Recording.SCOPE.matcher(hit.part()).results())
                .map(MatchResult::group)
                .filter(scopes::contains)
                .collect(Collectors.toSet());
    }

    /** A set of the blind index, as {@code {s17}:by:<term>}: its members are scopes. */
    static boolean isOfIndex(String part) {
        return part.startsWith("{s") && part.contains("}:by:") && !Place.isName(part);
    }

    /**
     * A slot of the scope in Redis, as {@code {s17}:<scope>:log}, or a file in the scope's folder.
     */
    private static boolean isOf(String scope, String part) {
        boolean slot =
                part.startsWith("{s") ? part.contains("}:" + scope + ":") : part.contains(scope);
        return slot && !part.endsWith(":gone") && !Place.isName(part);
    }

    /** What a key or file of a scope is, such as {@code chat log}. */
    private static String name(String part) {
        Matcher scope = Recording.SCOPE.matcher(part);
        if (!scope.find()) {
            return "unknown";
        }
        String kind = Recording.kindOf(scope.group());
        String slot = part.substring(part.lastIndexOf(':') + 1);
        return kind + " " + (slot.equals(part) ? "file" : SLOTS.getOrDefault(slot, slot));
    }
}
