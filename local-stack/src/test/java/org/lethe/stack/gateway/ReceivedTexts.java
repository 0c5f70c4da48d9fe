package org.lethe.stack.gateway;

import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Collects what a socket is sent, whole texts, and the code that it is closed with. */
final class ReceivedTexts implements WebSocket.Listener {

    private final BlockingQueue<String> received;
    private final StringBuilder text = new StringBuilder();

    ReceivedTexts(BlockingQueue<String> received) {
        this.received = received;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            received.add(text.toString());
            text.setLength(0);
        }
        socket.request(1);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        received.add("closed " + code);
        return CompletableFuture.completedStage(null);
    }
}
