package org.lethe.acceptance.journey;

import static org.lethe.acceptance.client.UnexpectedAnswer.require;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lethe.acceptance.client.Gateway;
import org.lethe.acceptance.client.Json;
import org.lethe.acceptance.client.Pause;
import org.lethe.acceptance.client.UnexpectedAnswer;
import org.lethe.contracts.event.Digest;

/** Erasure requests, as a privacy officer files them under OpenDSR 2.0. */
public final class Erasure {
    private static final String DOMAIN = "lethe.example";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Gateway gateway;
    private final String token;

    public Erasure(Gateway gateway, String token) {
        this.gateway = gateway;
        this.token = token;
    }

    /**
     * @return the request's id
     */
    public String request(String visit, String chat) {
        return request(List.of(visit), List.of(chat));
    }

    /**
     * @return the request's id
     */
    public String request(List<String> visits, List<String> chats) {
        return request(new Naming().member("visits", visits).member("chats", chats), 1);
    }

    /**
     * Names somebody by an e-mail address, under which one subject must be found.
     *
     * @return the request's id
     */
    public String requestByEmail(String address) {
        return request(new Naming().identity("email", address), 1);
    }

    /**
     * Names somebody by an IP address, under which one subject must be found.
     *
     * @return the request's id
     */
    public String requestByAddress(String address) {
        return request(new Naming().member("addresses", List.of(address)), 1);
    }

    /**
     * Files it; where several subjects are named, first without saying that all are meant, which
     * must be refused with their number.
     *
     * @return the request's id
     */
    String request(Naming naming, int subjects) {
        ObjectNode body =
                Json.object()
                        .put("regulation", "gdpr")
                        .put("subject_request_id", UUID.randomUUID().toString())
                        .put("subject_request_type", "erasure")
                        .put("submitted_time", Instant.now().toString());
        body.set("subject_identities", naming.identities());
        ObjectNode extension = naming.members();
        body.putObject("extensions").set(DOMAIN, extension);
        if (subjects > 1) {
            JsonNode refusal = gateway.post("/requests", token, body).expect(409).json();
            require(
                    refusal.path("subjects").asInt() == subjects,
                    "a refusal tells how many subjects are named");
            extension.set("confirmation", refusal.path("confirmation"));
        }
        return gateway.post("/requests", token, body)
                .expect(201)
                .json()
                .path("subject_request_id")
                .asText();
    }

    /**
     * Names somebody by a selector.
     *
     * @param scopes what is there of what it leads to
     * @return the request's id
     */
    public String request(Selector selector, LiveSubject subject, Set<String> scopes) {
        return request(selector.naming(subject), subject.groups(scopes));
    }

    /** The services that a request with effect still waits for; nothing if it has none. */
    public Optional<Set<String>> waitingFor(String request) {
        JsonNode told = status(request).path("extensions").path(DOMAIN);
        return told.path("effective_time").isTextual()
                ? Optional.of(
                        told.path("waiting_for")
                                .valueStream()
                                .map(JsonNode::asText)
                                .collect(Collectors.toSet()))
                : Optional.empty();
    }

    /** Waits until every service has acknowledged; the request's status then. */
    public JsonNode completed(String request) {
        if (!Pause.until(PATIENCE, () -> isCompleted(request))) {
            throw new UnexpectedAnswer("the erasure was not completed in " + PATIENCE);
        }
        return status(request);
    }

    /** Whether every service has acknowledged, and the receipt is there. */
    public boolean isCompleted(String request) {
        return status(request).path("request_status").asText().equals("completed");
    }

    /**
     * Waits for the completed request, then fetches the receipt and verifies its signature, and
     * that it says one thing: what was destroyed is what the services confirm.
     */
    public JsonNode verifiedReceipt(String request) {
        String id = completed(request).path("extensions").path(DOMAIN).path("receipt").asText("");
        require(!id.isEmpty(), "an erasure that found somebody has a receipt");
        String receipt =
                gateway.get("/v1/receipts/" + id, token).expect(200).json().path("jws").asText();
        JsonNode claims = new Receipts(gateway).verified(receipt);
        requireSums(claims.path("destroyed"), claims.path("acknowledged"));
        return claims;
    }

    /**
     * As {@link #verifiedReceipt(String)}; it must name these scopes and no others.
     *
     * @param scopes ids of visits, chats and letters
     */
    public JsonNode verifiedReceipt(String request, Set<String> scopes) {
        JsonNode claims = verifiedReceipt(request);
        Set<String> named =
                claims.path("scopes")
                        .valueStream()
                        .map(JsonNode::asText)
                        .collect(Collectors.toSet());
        Set<String> meant = scopes.stream().map(Erasure::digest).collect(Collectors.toSet());
        require(named.equals(meant), "a receipt names what was meant, and nothing else");
        require(claims.path("unanswered").isEmpty(), "every service has answered");
        return claims;
    }

    /** Of a scope, as whoever has its id makes it to find it on a receipt. */
    private static String digest(String scope) {
        return Digest.ofText("scope:" + scope).hex();
    }

    private static void requireSums(JsonNode destroyed, JsonNode acknowledged) {
        JsonNode mail = acknowledged.path("mail-dispatch-service");
        int letters = mail.path("letters").asInt();
        boolean sums =
                isSame(destroyed.path("visit"), acknowledged, "presence-service", "visits")
                        && isSame(destroyed.path("chat"), acknowledged, "chat-service", "chats")
                        && letters <= destroyed.path("letter").asInt()
                        && destroyed.path("letter").asInt()
                                <= letters
                                        + mail.path("handed-over").asInt()
                                        + mail.path("perhaps-delivered").asInt();
        if (!sums) {
            throw new UnexpectedAnswer(
                    "the receipt contradicts itself: " + destroyed + " and " + acknowledged);
        }
    }

    private static boolean isSame(
            JsonNode destroyed, JsonNode acknowledged, String service, String kind) {
        return destroyed.asInt() == acknowledged.path(service).path(kind).asInt(-1);
    }

    private JsonNode status(String request) {
        return gateway.get("/requests/" + request, token).expect(200).json();
    }
}
