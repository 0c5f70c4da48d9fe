package org.lethe.acceptance.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A visitor's browser without the browser: what the widget does, on the wire. */
public final class VisitorClient implements AutoCloseable {
    private final Gateway gateway;
    private final VisitorRequests requests;
    private String visit = "";
    private String visitToken = "";
    private String chat = "";
    private String chatToken = "";
    private @Nullable FrameSocket visitSocket;
    private @Nullable Heartbeat heartbeat;
    private @Nullable FrameSocket chatSocket;

    public VisitorClient(Gateway gateway, String account, String origin, Persona persona) {
        this.requests = new VisitorRequests(gateway, account, origin, persona);
        this.gateway = requests.gateway();
    }

    /** Consent is given: opens the visit and its socket. */
    public String openVisit() {
        JsonNode opened = requests.openVisit().expect(201).json();
        visit = opened.path("visit").asText();
        visitToken = opened.path("token").asText();
        connectVisit();
        return visit;
    }

    /** Opens the visit's socket, anew if there was one. */
    public void connectVisit() {
        stopHeartbeat();
        visitSocket = gateway.socket("/v1/visits/" + visit + "/socket");
        visitSocket.send(Json.frame("hello").put("token", visitToken));
        JsonNode ready = visitSocket.await("ready");
        heartbeat = Heartbeat.start(visitSocket, ready.path("heartbeatSeconds").asInt());
    }

    public String startChat() {
        JsonNode opened = requests.startChat(visitToken).expect(201).json();
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
        requests.endChat(chat, chatToken);
    }

    /** The tab is closed: the beacon goes, the sockets fall. */
    public void leave() {
        // A heartbeat behind the goodbye would say that the visitor is back.
        stopHeartbeat();
        requests.leave(visit, visitToken);
        close();
    }

    /** The page says nothing any more, and its sockets stay open. */
    public void fallSilent() {
        stopHeartbeat();
    }

    /** The network is gone: no beacon goes, and no socket is closed in order. */
    public void vanish() {
        stopHeartbeat();
        chatSocket().cut();
        visitSocket().cut();
    }

    public Answer leaveOfflineMessage(String text) {
        return requests.leaveOfflineMessage(UUID.randomUUID().toString(), text);
    }

    /** The id of the file that was taken. */
    static String upload(
            Gateway gateway,
            String chat,
            String token,
            String name,
            String mediaType,
            byte[] content) {
        return VisitorRequests.upload(gateway, chat, token, name, mediaType, content)
                .expect(201)
                .json()
                .path("file")
                .asText();
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
