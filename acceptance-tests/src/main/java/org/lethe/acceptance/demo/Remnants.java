package org.lethe.acceptance.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lethe.acceptance.client.Pause;
import org.lethe.acceptance.client.VisitorClient;
import org.lethe.acceptance.forensics.StoreSearch;
import org.lethe.acceptance.journey.Narrator;

/** The last look: what is left of all that was, and where. */
record Remnants(Stage stage) {
    private static final Duration SETTLE = Duration.ofSeconds(20);

    /**
     * @return whether nothing was left
     */
    boolean play() {
        Narrator narrator = stage.narrator();
        narrator.chapter("What is left");
        stage.visitors().stream()
                .filter(visitor -> !visitor.visit().isEmpty())
                .forEach(VisitorClient::leave);
        StoreSearch stores = stage.stores();
        Set<String> ended = stage.ended();
        narrator.say(
                "searched for: %d words that were typed, %s"
                        .formatted(stage.personas().words().size(), kinds(ended)));
        narrator.say("searched in: " + String.join(", ", stores.places()));
        Pause.until(SETTLE, () -> stage.left().isEmpty());
        List<String> left = new ArrayList<>(stores.words());
        left.addAll(stage.left());
        narrator.say(left.isEmpty() ? "found: nothing" : "found: " + left);
        narrator.say("other visits are destroyed within 3 minutes of leaving, sealed until then");
        narrator.say("the demo took %d s".formatted(narrator.elapsed().toSeconds()));
        return left.isEmpty();
    }

    private static String kinds(Set<String> scopes) {
        return "%d chats, %d erased visit, all letters and erasure requests"
                .formatted(count(scopes, "c"), count(scopes, "v"));
    }

    private static long count(Set<String> scopes, String kind) {
        return scopes.stream().filter(scope -> scope.startsWith(kind)).count();
    }
}
