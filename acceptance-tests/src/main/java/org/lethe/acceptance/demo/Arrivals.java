package org.lethe.acceptance.demo;

import static org.lethe.acceptance.client.UnexpectedAnswer.require;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.lethe.acceptance.client.OperatorClient;
import org.lethe.acceptance.client.Persona;
import org.lethe.acceptance.client.VisitorClient;
import org.lethe.acceptance.journey.Narrator;
import org.lethe.acceptance.journey.People;

/** Step 1: three visitors from three countries stand in the live list, with all that it shows. */
record Arrivals(Stage stage) {
    private static final Duration SOON = Duration.ofSeconds(1);

    /** Addresses of access providers, version 4 and 6, with what local geo data knows of each. */
    private static final List<Origin> ORIGINS =
            List.of(
                    new Origin("81.2.69.142", "GB", true),
                    new Origin("2a01:e0a:1c:5000::1", "FR", true),
                    new Origin("133.242.187.207", "JP", false));

    /**
     * @param zip whether the data has a zip code for it
     */
    private record Origin(String address, String country, boolean zip) {}

    void play() {
        Narrator narrator = stage.narrator();
        narrator.chapter("1  Three visitors from three countries");
        List<Duration> delays = new ArrayList<>();
        try (OperatorClient operator =
                narrator.step(
                        "an operator signs in at Keycloak",
                        () -> stage.people().operator(People.OPERATOR))) {
            operator.watchVisitors();
            ORIGINS.forEach(origin -> delays.add(arrive(operator, origin)));
        }
        // A busy machine delays one now and then, never all of them.
        require(
                delays.stream().anyMatch(delay -> delay.compareTo(SOON) < 0),
                "a visitor is in the live list within a second");
    }

    private Duration arrive(OperatorClient operator, Origin origin) {
        Narrator narrator = stage.narrator();
        Persona persona = stage.persona(origin.address);
        VisitorClient visitor = stage.visitor(persona);
        long agreed = System.nanoTime();
        JsonNode view =
                narrator.step(
                        "a visit is opened and stands in the live list",
                        () -> operator.awaitVisitor(visitor.openVisit()));
        Duration delay = Duration.ofNanos(System.nanoTime() - agreed);
        narrator.say(describe(view));
        requireSeen(view, persona);
        requirePlace(view, origin);
        return delay;
    }

    private static void requireSeen(JsonNode view, Persona persona) {
        require(text(view, "url").equals(persona.pageUrl()), "the list shows the page");
        require(text(view, "referrer").equals(persona.referrer()), "the list shows the referrer");
        require(
                text(view.path("details"), persona.detailKey()).equals(persona.detailValue()),
                "the list shows custom data");
        require(text(view, "browser").contains("Firefox"), "the list shows the browser");
        require(text(view, "os").contains("Linux"), "the list shows the operating system");
    }

    private static void requirePlace(JsonNode view, Origin origin) {
        require(text(view, "countryCode").equals(origin.country), "the country is right");
        require(!text(view, "network").isEmpty(), "the network is known");
        require(!origin.zip || !text(view, "zip").isEmpty(), "the zip code is known");
    }

    private static String describe(JsonNode view) {
        return "%s %s · %s · %s on %s"
                .formatted(
                        text(view, "zip"),
                        text(view, text(view, "city").isEmpty() ? "country" : "city"),
                        text(view, "network"),
                        text(view, "browser"),
                        text(view, "os"));
    }

    private static String text(JsonNode view, String field) {
        return view.path(field).asText("");
    }
}
