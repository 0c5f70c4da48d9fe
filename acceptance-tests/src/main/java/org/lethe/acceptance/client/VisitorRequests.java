package org.lethe.acceptance.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** The requests of a visitor's page, each as it goes over the wire, and what is answered. */
public final class VisitorRequests {
    private static final String CONSENT = "I agree that my message is processed to answer it.";

    private final Gateway gateway;
    private final String account;
    private final Persona persona;

    public VisitorRequests(Gateway gateway, String account, String origin, Persona persona) {
        this.gateway = gateway.with("Origin", origin).with("X-Forwarded-For", persona.address());
        this.account = account;
        this.persona = persona;
    }

    /** Requests go this way; sockets, too, since they carry the page's origin. */
    public Gateway gateway() {
        return gateway;
    }

    public Answer openVisit() {
        ObjectNode body = Json.object().put("account", account).put("referrer", persona.referrer());
        body.putObject("page").put("url", persona.pageUrl()).put("title", "Demo shop");
        body.putObject("details").put(persona.detailKey(), persona.detailValue());
        body.set("consent", consent());
        return gateway.post("/v1/visits", null, body);
    }

    public Answer startChat(String visitToken) {
        ObjectNode body =
                Json.object()
                        .put("name", persona.name())
                        .put("email", persona.email())
                        .put("question", persona.question());
        body.set("consent", consent());
        return gateway.post("/v1/chats", visitToken, body);
    }

    public Answer endChat(String chat, String chatToken) {
        return gateway.post("/v1/chats/" + chat + "/end", chatToken, Json.object());
    }

    /** The beacon of a page that is closed. */
    public Answer leave(String visit, String visitToken) {
        return gateway.with("Content-Type", "text/plain")
                .send(
                        "POST",
                        "/v1/visits/" + visit + "/leave",
                        null,
                        BodyPublishers.ofString(Json.object().put("token", visitToken).toString()));
    }

    /**
     * @param id of the message: sent again under it, it is the same
     */
    public Answer leaveOfflineMessage(String id, String text) {
        ObjectNode body =
                Json.object()
                        .put("account", account)
                        .put("id", id)
                        .put("name", persona.name())
                        .put("email", persona.email())
                        .put("message", text);
        body.set("consent", consent());
        return gateway.post("/v1/offline-messages", null, body);
    }

    public Answer upload(String chat, String token, String name, String mediaType, byte[] content) {
        return upload(gateway, chat, token, name, mediaType, content);
    }

    static Answer upload(
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
                        BodyPublishers.ofByteArray(content));
    }

    /** A consent that is given now. */
    public static ObjectNode consent() {
        return Json.object().put("text", CONSENT).put("at", Instant.now().toString());
    }
}
