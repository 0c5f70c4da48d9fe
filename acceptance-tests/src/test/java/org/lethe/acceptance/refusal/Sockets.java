package org.lethe.acceptance.refusal;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.lethe.acceptance.client.FrameSocket;
import org.lethe.acceptance.client.Json;
import org.lethe.acceptance.client.UnexpectedAnswer;
import org.lethe.contracts.error.ErrorCode;

/** The suite's sockets as somebody tries them: with an origin and a first frame. */
final class Sockets {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final LiveChat chat;

    Sockets(LiveChat chat) {
        this.chat = chat;
    }

    /** The paths of the catalogue with these ids in them. */
    static List<String> paths(Map<String, String> ids) {
        return SocketCatalogue.paths().stream()
                .map(path ->
                        path.replace("{visit}", ids.getOrDefault("visit", ""))
                                .replace("{chat}", ids.getOrDefault("chat", "")))
                .toList();
    }

    /** The origin of the page that opens this socket. */
    String origin(String path) {
        return isConsoles(path)
                ? chat.people().gateway().base().toString()
                : chat.people().origin();
    }

    /** The token that this socket is for. */
    String token(String path) {
        String holder =
                isConsoles(path)
                        ? "operator"
                        : path.startsWith("/v1/chats/") ? "participant" : "visitor";
        return chat.rightful().getOrDefault(holder, "");
    }

    private static boolean isConsoles(String path) {
        return path.startsWith("/v1/desk/") || path.startsWith("/v1/visitors/");
    }

    FrameSocket open(String path, String origin) {
        return chat.people().gateway().with("Origin", origin).socket(path);
    }

    /**
     * The code that the socket is closed with after its first frame; -1 if it stays open. An
     * upgrade that is answered with 403 counts as the code for a refused origin.
     */
    int closeCode(String path, String origin, String firstFrame) {
        try (FrameSocket socket = open(path, origin)) {
            sendWhileOpen(socket, firstFrame);
            return socket.awaitClose(PATIENCE);
        } catch (UnexpectedAnswer e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused
                    && refused.getResponse().statusCode()
                            == ErrorCode.ORIGIN_REFUSED.httpStatus()) {
                return ErrorCode.ORIGIN_REFUSED.closeCode();
            }
            throw e;
        }
    }

    /** The server may close while a large frame is on its way; what counts is its code. */
    private static void sendWhileOpen(FrameSocket socket, String frame) {
        try {
            socket.sendText(frame);
        } catch (UnexpectedAnswer e) {
            if (frame.length() < 100_000) {
                throw e;
            }
        }
    }

    static String hello(String token) {
        JsonNode frame = Json.frame("hello").put("token", token);
        return frame.toString();
    }
}
