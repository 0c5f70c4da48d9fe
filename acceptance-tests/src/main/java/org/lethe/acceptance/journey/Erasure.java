package org.lethe.acceptance.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.lethe.acceptance.client.Gateway;
import org.lethe.acceptance.client.Json;
import org.lethe.acceptance.client.Pause;
import org.lethe.acceptance.client.UnexpectedAnswer;

/** An erasure request by visit and chat ids, as a privacy officer files it under OpenDSR 2.0. */
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
        ObjectNode body =
                Json.object()
                        .put("regulation", "gdpr")
                        .put("subject_request_id", UUID.randomUUID().toString())
                        .put("subject_request_type", "erasure")
                        .put("submitted_time", Instant.now().toString());
        body.putArray("subject_identities");
        ObjectNode selectors = body.putObject("extensions").putObject(DOMAIN);
        visits.forEach(selectors.putArray("visits")::add);
        chats.forEach(selectors.putArray("chats")::add);
        return gateway.post("/requests", token, body)
                .expect(201)
                .json()
                .path("subject_request_id")
                .asText();
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
        String id = completed(request).path("extensions").path(DOMAIN).path("receipt").asText();
        String receipt =
                gateway.get("/v1/receipts/" + id, token).expect(200).json().path("jws").asText();
        JsonNode claims = new Receipts(gateway).verified(receipt);
        requireSums(claims.path("destroyed"), claims.path("acknowledged"));
        return claims;
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
