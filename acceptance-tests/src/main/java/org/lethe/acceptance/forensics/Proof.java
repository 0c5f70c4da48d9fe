package org.lethe.acceptance.forensics;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Shows that the attacks can find: what they opened during life, and what was planted for them. */
final class Proof {
    private static final Set<String> OF_VISIT =
            Set.of("IP", "host name", "custom data key", "custom data", "page URL", "referrer");
    private static final Set<String> OF_CHAT =
            Set.of(
                    "name",
                    "e-mail",
                    "question",
                    "message",
                    "operator's message",
                    "file name",
                    "file content");
    private static final Set<String> OF_LETTER =
            Set.of(
                    "name",
                    "e-mail",
                    "question",
                    "message",
                    "operator's message",
                    "file name",
                    "offline message",
                    "IP",
                    "host name");

    private final Report report;
    private final Set<String> opened = new HashSet<>();

    Proof(Report report) {
        this.report = report;
    }

    /** Remembers what was opened while it was held. */
    void note(List<Finding> duringLife) {
        for (Finding finding : duringLife) {
            if (finding instanceof Finding.Found found) {
                found.hits().forEach(hit -> opened.add(hit.what()));
            }
        }
    }

    /** Every field must have been opened out of each kind of scope that holds it. */
    void requireOpened() {
        Stream.of(of("visit", OF_VISIT), of("chat", OF_CHAT), of("letter", OF_LETTER))
                .flatMap(fields -> fields)
                .filter(field -> !opened.contains(field))
                .sorted()
                .forEach(field -> report.fail("opening during life: never opened a " + field));
    }

    private static Stream<String> of(String kind, Set<String> fields) {
        return fields.stream().map(field -> kind + "'s " + field);
    }

    /** Every encoding must be found where it was planted, and a known secret in each heap. */
    void requireSight(Places places, String secret) throws IOException {
        report.title("The searches can find");
        new Controls()
                .missedIn(places.folders(), places.redis(), places.keys())
                .forEach(missed -> report.fail("search in clear: blind in " + missed));
        report.mustBeFound(
                "search of heaps",
                new Haystack(Needle.of(List.of(new Canary("password", secret, secret))))
                        .search(places.heaps()));
    }
}
