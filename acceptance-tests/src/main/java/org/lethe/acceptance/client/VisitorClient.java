package org.lethe.acceptance.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A visitor's browser without the browser: what the widget does, on the wire. */
public final class VisitorClient implements AutoCloseable {
    private static final String CONSENT = "I agree that my message is processed to answer it.";

    private final Gateway gateway;
    private final Persona persona;
    private final String account;
    private String visit = "";
    private String visitToken = "";
    private String chat = "";
    private String chatToken = "";
    private @Nullable FrameSocket visitSocket;
    private @Nullable Heartbeat heartbeat;
    private @Nullable FrameSocket chatSocket;

    public VisitorClient(Gateway gateway, String account, String origin, Persona persona) {
        this.gateway = gateway.with("Origin", origin).with("X-Forwarded-For", persona.address());
        this.account = account;
        this.persona = persona;
    }

    /** Consent is given: opens the visit and its socket. */
    public String openVisit() {
        ObjectNode body = Json.object().put("account", account).put("referrer", persona.referrer());
        body.putObject("page").put("url", persona.pageUrl()).put("title", "Demo shop");
        body.putObject("details").put(persona.detailKey(), persona.detailValue());
        body.set("consent", consent());
        JsonNode opened = gateway.post("/v1/visits", null, body).expect(201).json();
        visit = opened.path("visit").asText();
        visitToken = opened.path("token").asText();
        visitSocket = gateway.socket("/v1/visits/" + visit + "/socket");
        visitSocket.send(Json.frame("hello").put("token", visitToken));
        JsonNode ready = visitSocket.await("ready");
        heartbeat = Heartbeat.start(visitSocket, ready.path("heartbeatSeconds").asInt());
        return visit;
    }

    public String startChat() {
        ObjectNode body =
                Json.object()
                        .put("name", persona.name())
                        .put("email", persona.email())
                        .put("question", persona.question());
        body.set("consent", consent());
        JsonNode opened = gateway.post("/v1/chats", visitToken, body).expect(201).json();
        chat = opened.path("chat").asText();
        chatToken = opened.path("token").asText();
        connectChat(0);
        return chat;
    }

    /** Opens the chat's socket anew, asking for what came after a sequence number. */
    public JsonNode connectChat(long after) {
        chatSocket = gateway.socket("/v1/chats/" + chat + "/socket");
        chatSocket.send(Json.frame("hello").put("token", chatToken).put("after", after));
        return chatSocket.await("ready");
    }

    /** Sends a message and waits until it is acknowledged; its sequence number. */
    public long send(String text) {
        return chatSocket().deliver(Json.frame("send").put("text", text));
    }

    public long sendFile(String name, String mediaType, byte[] content) {
        String file = upload(gateway, chat, chatToken, name, mediaType, content);
        return chatSocket().deliver(Json.frame("send").put("file", file));
    }

    public Answer download(String file) {
        return gateway.get("/v1/chats/" + chat + "/files/" + file, chatToken);
    }

    public void end() {
        gateway.post("/v1/chats/" + chat + "/end", chatToken, Json.object());
    }

    /** The tab is closed: the beacon goes, the sockets fall. */
    public void leave() {
        // A heartbeat behind the goodbye would say that the visitor is back.
        stopHeartbeat();
        gateway.with("Content-Type", "text/plain")
                .send(
                        "POST",
                        "/v1/visits/" + visit + "/leave",
                        null,
                        BodyPublishers.ofString(Json.object().put("token", visitToken).toString()));
        close();
    }

    /** The network is gone: no beacon goes, and no socket is closed in order. */
    public void vanish() {
        stopHeartbeat();
        chatSocket().cut();
        visitSocket().cut();
    }

    public Answer leaveOfflineMessage(String text) {
        ObjectNode body =
                Json.object()
                        .put("account", account)
                        .put("id", UUID.randomUUID().toString())
                        .put("name", persona.name())
                        .put("email", persona.email())
                        .put("message", text);
        body.set("consent", consent());
        return gateway.post("/v1/offline-messages", null, body);
    }

    /** The id of the file that was taken. */
    static String upload(
            Gateway gateway,
            String chat,
            String token,
            String name,
            String mediaType,
            byte[] content) {
        return gateway.with("Content-Type", mediaType)
                .with(
                        "Lethe-File-Name",
                        URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"))
                .send(
                        "POST",
                        "/v1/chats/" + chat + "/files",
                        token,
                        BodyPublishers.ofByteArray(content))
                .expect(201)
                .json()
                .path("file")
                .asText();
    }

    private static ObjectNode consent() {
        return Json.object().put("text", CONSENT).put("at", Instant.now().toString());
    }

    public String visit() {
        return visit;
    }

    public String visitToken() {
        return visitToken;
    }

    public String chat() {
        return chat;
    }

    public String chatToken() {
        return chatToken;
    }

    public FrameSocket visitSocket() {
        return Objects.requireNonNull(visitSocket, "the visit is not open");
    }

    public FrameSocket chatSocket() {
        return Objects.requireNonNull(chatSocket, "no chat was asked for");
    }

    private void stopHeartbeat() {
        if (heartbeat != null) {
            heartbeat.close();
        }
    }

    @Override
    public void close() {
        stopHeartbeat();
        if (chatSocket != null) {
            chatSocket.close();
        }
        if (visitSocket != null) {
            visitSocket.close();
        }
    }
}
