package org.lethe.acceptance.forensics;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lethe.acceptance.client.Pause;
import org.lethe.acceptance.journey.Narrator;
import org.lethe.stack.service.ServiceKind;

/**
 * What services' processes hold of what has ended, in all of their writable memory: heaps with what
 * no object uses any more, native buffers, stacks. Nobody asks for a collection here.
 */
final class Afterlife {
    /** The key of what has ended opens all that an attacker has recorded of it. */
    private static final Duration KEYS = Duration.ofSeconds(10);

    private static final Duration CLEAR = Duration.ofMinutes(2);

    private final Places places;
    private final Set<ServiceKind> services;
    private final Report report;
    private final Narrator narrator;
    private final Set<Needle> keys = new LinkedHashSet<>();
    private boolean sawKeys;
    private boolean sawText;
    private List<Finding> last = List.of();

    Afterlife(Places places, Set<ServiceKind> services, Report report, Narrator narrator) {
        this.places = places;
        this.services = services;
        this.report = report;
        this.narrator = narrator;
    }

    /** During life: remembers the keys in use. */
    void note(SealedAttack attack) {
        keys.addAll(attack.keys());
    }

    /**
     * During life, until keys and text were seen in memory: letters wait meanwhile, and ever
     * longer.
     */
    void look(List<Needle> canaries) {
        List<Place> working = places.memory(Set.of(ServiceKind.CHAT));
        sawKeys = sawKeys || isFound(new Haystack(List.copyOf(keys)).search(working));
        sawText = sawText || isFound(new Haystack(canaries).search(working));
    }

    /** What was never seen while it was there is not missing afterwards. */
    void requireSight() {
        if (!sawKeys) {
            report.fail("keys in memory: blind in chat-service memory");
        }
        if (!sawText) {
            report.fail("text in memory: blind in chat-service memory");
        }
    }

    /** After the end of everything. */
    void searchKeys() {
        report.title("In memory: %d forms of data keys".formatted(keys.size()));
        awaitClean("no key is found any more", List.copyOf(keys), KEYS);
        report.mustBeClean("keys in memory", last);
    }

    /** After the end of everything. */
    void searchText(List<Needle> canaries) {
        report.title("In memory: the text of what has ended");
        awaitClean("no text is found any more", canaries, CLEAR);
        report.mustBeClean("text in memory", last);
    }

    private void awaitClean(String what, List<Needle> needles, Duration patience) {
        Haystack haystack = new Haystack(needles);
        narrator.step(
                what,
                () ->
                        Pause.until(
                                patience,
                                () -> {
                                    last = haystack.search(places.memory(services));
                                    boolean found = isFound(last);
                                    if (found) {
                                        narrator.say("still " + summary(last));
                                    }
                                    return !found;
                                }));
    }

    /** How much is still found, such as {@code chat-service memory: 3 in [heap], 1 in stack}. */
    private static String summary(List<Finding> findings) {
        return findings.stream()
                .filter(Finding.Found.class::isInstance)
                .map(Finding.Found.class::cast)
                .map(found ->
                        found.place()
                                + ": "
                                + found.hits().stream()
                                        .collect(
                                                Collectors.groupingBy(
                                                        Finding.Hit::part,
                                                        TreeMap::new,
                                                        Collectors.mapping(
                                                                Finding.Hit::what,
                                                                Collectors.joining(", ")))))
                .collect(Collectors.joining("; "));
    }

    private static boolean isFound(List<Finding> findings) {
        return findings.stream().anyMatch(Finding.Found.class::isInstance);
    }
}
