package org.lethe.acceptance.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.lethe.acceptance.client.Answer;
import org.lethe.acceptance.client.FrameSocket;
import org.lethe.acceptance.client.Gateway;
import org.lethe.acceptance.client.Json;
import org.lethe.acceptance.client.OperatorClient;
import org.lethe.acceptance.client.Persona;
import org.lethe.acceptance.client.UnexpectedAnswer;
import org.lethe.acceptance.client.VisitorClient;
import org.lethe.acceptance.journey.Conversation;
import org.lethe.acceptance.journey.People;
import org.lethe.acceptance.suite.SharedSuite;
import org.lethe.stack.LetheStack;
import org.lethe.stack.keycloak.RealmTokens;

/** A live chat with a file is there; everybody who has no right to it tries every way in. */
@ExtendWith(SharedSuite.class)
@TestInstance(Lifecycle.PER_CLASS)
class RefusalIT {
    private static final String EVIL = "https://evil.example";

    /** What anyone may read, from whatever page: nothing of it is personal. */
    private static final Set<String> OPEN_TO_ALL =
            Set.of("/.well-known/jwks.json", "/discovery", "/v1/data-map");

    private List<Endpoint> endpoints = List.of();
    private Map<String, String> known = Map.of();
    private Map<String, String> unknown = Map.of();
    private Map<String, String> rightful = Map.of();
    private Map<String, String> strangers = Map.of();
    private List<AutoCloseable> open = new ArrayList<>();
    private String expired = "";
    private @org.jspecify.annotations.Nullable People people;

    @BeforeAll
    void aChatIsOpen(LetheStack suite, People people) throws Exception {
        this.people = people;
        endpoints = Endpoint.all(suite.state());
        OperatorClient operator = people.operator(People.OPERATOR);
        operator.openDesk();
        Conversation chat = new Conversation(persona(), people.visitor(persona()), operator);
        chat.visitor().openVisit();
        chat.begin();
        String file = chat.exchangeFiles().getFirst();
        VisitorClient stranger = people.visitor(persona());
        stranger.openVisit();
        stranger.startChat();
        open = List.of(chat, stranger, operator);
        known = Map.of("visit", chat.visitor().visit(), "chat", chat.chat(), "file", file);
        unknown =
                Map.of(
                        "visit",
                        unlike(chat.visitor().visit()),
                        "chat",
                        unlike(chat.chat()),
                        "file",
                        unlike(file));
        expired = ExpiredToken.of(suite.state().secrets(), People.ACCOUNT, chat.visitor().visit());
        rightful =
                new TreeMap<>(
                        Map.of(
                                "visitor", chat.visitor().visitToken(),
                                "participant", chat.visitor().chatToken(),
                                "operator", people.token(People.OPERATOR),
                                "administrator", people.token(People.ADMINISTRATOR),
                                "privacy officer", people.token(People.PRIVACY_OFFICER),
                                "staff", staffToken(suite)));
        strangers =
                new TreeMap<>(
                        Map.of(
                                "another chat's participant", stranger.chatToken(),
                                "another visit's visitor", stranger.visitToken(),
                                "another account's operator", people.token(People.OTHER_OPERATOR),
                                "another account's administrator",
                                        people.token("gina@globex.example"),
                                "another account's privacy officer",
                                        people.token("paul@globex.example")));
    }

    /** An id of the same form, shard and epoch, that nobody was given. */
    private static String unlike(String id) {
        return id.substring(0, id.length() - 8) + "00000000";
    }

    private static String staffToken(LetheStack suite) {
        var keycloak = suite.state().keycloak();
        return new RealmTokens(keycloak.address(), keycloak.staffSecret()).ofStaff();
    }

    @AfterAll
    void theChatEnds() throws Exception {
        for (AutoCloseable each : open) {
            if (each instanceof Conversation conversation) {
                conversation.visitor().end();
            } else if (each instanceof VisitorClient visitor) {
                visitor.end();
            }
            each.close();
        }
    }

    @Test
    void listsTheEndpointsOfEveryService() {
        assertThat(endpoints.stream().map(Endpoint::service).distinct())
                .hasSizeGreaterThanOrEqualTo(4);
        assertThat(endpoints).hasSizeGreaterThan(20);
    }

    @Test
    void asksForAToken() {
        SoftAssertions softly = new SoftAssertions();
        for (Endpoint endpoint : endpoints.stream().filter(Endpoint::secured).toList()) {
            Answer answer = call(endpoint, known, null, "{}");
            softly.assertThat(answer.status()).as(endpoint + " without a token").isEqualTo(401);
            softly.assertThat(code(answer))
                    .as(endpoint + " without a token")
                    .isIn("token-missing", bodiless(endpoint));
        }
        softly.assertAll();
    }

    @Test
    void refusesAnExpiredAndAForgedToken() {
        SoftAssertions softly = new SoftAssertions();
        for (Endpoint endpoint : endpoints.stream().filter(Endpoint::secured).toList()) {
            for (String token :
                    List.of(
                            expired,
                            expired.substring(0, expired.length() - 6) + "AAAAAA",
                            "nonsense")) {
                Answer answer = call(endpoint, known, token, "{}");
                softly.assertThat(answer.status())
                        .as(endpoint + " with a bad token")
                        .isEqualTo(401);
                softly.assertThat(code(answer))
                        .as(endpoint + " with a bad token")
                        .isIn("token-invalid", bodiless(endpoint));
            }
        }
        softly.assertAll();
    }

    @Test
    void doesNotTellStrangersWhetherAThingExists() {
        SoftAssertions softly = new SoftAssertions();
        for (Endpoint endpoint :
                endpoints.stream()
                        .filter(Endpoint::secured)
                        .filter(Endpoint::namesAThing)
                        .toList()) {
            strangers.forEach((who, token) -> {
                Answer existing = call(endpoint, known, token, "{}");
                Answer missing = call(endpoint, unknown, token, "{}");
                softly.assertThat(existing.status())
                        .as(endpoint + " for " + who)
                        .isGreaterThanOrEqualTo(400)
                        .isLessThan(500);
                softly.assertThat(existing.status())
                        .as(endpoint + " for " + who)
                        .isEqualTo(missing.status());
                softly.assertThat(existing.text())
                        .as(endpoint + " for " + who)
                        .isEqualTo(missing.text());
            });
        }
        softly.assertAll();
    }

    @Test
    void refusesPagesOfOtherOrigins() {
        SoftAssertions softly = new SoftAssertions();
        for (Endpoint endpoint :
                endpoints.stream().filter(each -> !OPEN_TO_ALL.contains(each.path())).toList()) {
            for (String token : tokensFor(endpoint)) {
                Answer answer =
                        send(
                                people().gateway().with("Origin", EVIL),
                                endpoint,
                                known,
                                token,
                                BodyPublishers.ofString("{}"));
                softly.assertThat(answer.status())
                        .as(endpoint + " from another origin")
                        .isBetween(400, 499);
            }
        }
        softly.assertAll();
    }

    @Test
    void refusesMalformedBodies() {
        SoftAssertions softly = new SoftAssertions();
        for (Endpoint endpoint : endpoints.stream().filter(Endpoint::takesJson).toList()) {
            for (String body : List.of("{", "[]", "\"x\"", "\u0000")) {
                List<String> codes =
                        tokensFor(endpoint).stream()
                                .map(token -> code(call(endpoint, known, token, body)))
                                .toList();
                softly.assertThat(codes)
                        .as(endpoint + " with a malformed body")
                        .doesNotContain("internal", "");
                softly.assertThat(codes)
                        .as(endpoint + " with a malformed body")
                        .anyMatch(code ->
                                !Set.of("not-found", "token-missing", "token-invalid")
                                        .contains(code));
            }
        }
        softly.assertAll();
    }

    @Test
    void refusesOversizedBodies() {
        String large = "{\"x\":\"" + "y".repeat(2_000_000) + "\"}";
        SoftAssertions softly = new SoftAssertions();
        for (Endpoint endpoint : endpoints.stream().filter(Endpoint::takesJson).toList()) {
            List<String> codes = new ArrayList<>();
            for (String token : tokensFor(endpoint)) {
                try {
                    codes.add(code(call(endpoint, known, token, large)));
                } catch (UnexpectedAnswer e) {
                    // the server may hang up on a client that goes on sending
                    codes.add("too-large");
                }
            }
            softly.assertThat(codes)
                    .as(endpoint + " with an oversized body")
                    .contains("too-large")
                    .doesNotContain("internal");
        }
        softly.assertAll();
    }

    @Test
    void refusesSocketsWithoutARightfulFirstFrame() {
        SoftAssertions softly = new SoftAssertions();
        for (String path : sockets(known)) {
            softly.assertThat(closeCode(path, origin(path), "{\"type\":\"hello\"}"))
                    .as(path + " without a token")
                    .isBetween(4400, 4499);
            softly.assertThat(closeCode(path, origin(path), hello(expired)))
                    .as(path + " with an expired token")
                    .isEqualTo(4402);
            softly.assertThat(closeCode(path, origin(path), "{"))
                    .as(path + " with a malformed frame")
                    .isEqualTo(4400);
            softly.assertThat(closeCode(path, origin(path), "{\"type\":\"heartbeat\"}"))
                    .as(path + " without hello")
                    .isBetween(4400, 4499);
            softly.assertThat(closeCode(path, origin(path), hello("x".repeat(200_000))))
                    .as(path + " with an oversized frame")
                    .isIn(1009, 4413);
            softly.assertThat(closeCode(path, EVIL, hello(rightful.getOrDefault("operator", ""))))
                    .as(path + " from another origin")
                    .isBetween(4400, 4499);
        }
        softly.assertAll();
    }

    @Test
    void doesNotTellStrangersAtASocketWhetherAThingExists() {
        SoftAssertions softly = new SoftAssertions();
        List<String> existing = sockets(known).stream().filter(path -> path.contains("-")).toList();
        List<String> missing =
                sockets(unknown).stream().filter(path -> path.contains("-")).toList();
        for (int i = 0; i < existing.size(); i++) {
            int at = i;
            strangers.forEach((who, token) -> {
                int found = closeCode(existing.get(at), origin(existing.get(at)), hello(token));
                softly.assertThat(found).as(existing.get(at) + " for " + who).isBetween(4400, 4499);
                softly.assertThat(found)
                        .as(existing.get(at) + " for " + who)
                        .isEqualTo(
                                closeCode(missing.get(at), origin(missing.get(at)), hello(token)));
            });
        }
        softly.assertAll();
    }

    private static List<String> sockets(Map<String, String> ids) {
        return SocketCatalogue.paths().stream()
                .map(path ->
                        path.replace("{visit}", ids.getOrDefault("visit", ""))
                                .replace("{chat}", ids.getOrDefault("chat", "")))
                .toList();
    }

    private String origin(String path) {
        boolean operators = path.contains("/desk/") || path.contains("/visitors/");
        return operators ? people().gateway().base().toString() : people().origin();
    }

    private int closeCode(String path, String origin, String firstFrame) {
        try (FrameSocket socket = people().gateway().with("Origin", origin).socket(path)) {
            socket.sendText(firstFrame);
            return socket.awaitClose(Duration.ofSeconds(8));
        } catch (UnexpectedAnswer e) {
            // refused at the upgrade, before any frame: as good as closed at once
            return 4403;
        }
    }

    private static String hello(String token) {
        JsonNode frame = Json.frame("hello").put("token", token);
        return frame.toString();
    }

    private List<String> tokensFor(Endpoint endpoint) {
        return endpoint.secured() ? List.copyOf(rightful.values()) : List.of("");
    }

    private Answer call(
            Endpoint endpoint,
            Map<String, String> ids,
            @org.jspecify.annotations.Nullable String token,
            String body) {
        return send(people().gateway(), endpoint, ids, token, BodyPublishers.ofString(body));
    }

    private static Answer send(
            Gateway gateway,
            Endpoint endpoint,
            Map<String, String> ids,
            @org.jspecify.annotations.Nullable String token,
            BodyPublisher body) {
        boolean bodiless = Set.of("GET", "HEAD", "DELETE").contains(endpoint.method());
        String bearer = token == null || token.isEmpty() ? null : token;
        return gateway.with("Content-Type", "application/json")
                .send(
                        endpoint.method(),
                        endpoint.with(ids),
                        bearer,
                        bodiless ? BodyPublishers.noBody() : body);
    }

    private static String code(Answer answer) {
        return answer.problemCode().isEmpty() ? openDsrCode(answer) : answer.problemCode();
    }

    /** What stands for the code where an answer has no body to carry one. */
    private static String bodiless(Endpoint endpoint) {
        return endpoint.method().equals("HEAD") ? "" : "a code";
    }

    /** OpenDSR prescribes a form of its own for errors. */
    private static String openDsrCode(Answer answer) {
        boolean json = answer.headers().firstValue("Content-Type").orElse("").contains("json");
        return json
                ? answer.json().path("error").path("errors").path(0).path("reason").asText()
                : "";
    }

    private People people() {
        return Objects.requireNonNull(people);
    }

    private static Persona persona() {
        return new Persona(
                "Kim",
                "kim@visitor.example",
                "Is it safe?",
                "message",
                "notes.txt",
                "some notes",
                "detail",
                "value",
                "http://shop.example/",
                "http://search.example/",
                "-",
                "81.2.69.142",
                Persona.FIREFOX);
    }
}
