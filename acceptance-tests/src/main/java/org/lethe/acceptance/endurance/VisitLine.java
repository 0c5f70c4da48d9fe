package org.lethe.acceptance.endurance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.lethe.acceptance.client.FrameSocket;
import org.lethe.acceptance.client.Gateway;
import org.lethe.acceptance.client.Json;
import org.lethe.contracts.error.ErrorCode;

/**
 * The page's sign of life, on a thread of its own, over connections that come and go. From its last
 * sign the visit's deadline is reckoned.
 */
final class VisitLine extends LiveLine {

    /**
     * A visit's life of 170 s and the time to live behind it, what a stalled link may hold back of
     * the last sign, and a moment.
     */
    private static final Duration LIFE = Duration.ofSeconds(180 + 30 + 20);

    private final Gateway gateway;
    private final String visit;
    private final Chronicle chronicle;
    private final long opened = System.nanoTime();
    private volatile String token;
    private Duration every = Duration.ofSeconds(10);
    private long beaten;
    private volatile boolean endExpected;

    VisitLine(Gateway gateway, String visit, String token, Chronicle chronicle) {
        super(visit, chronicle.verdict());
        this.gateway = gateway;
        this.visit = visit;
        this.token = token;
        this.chronicle = chronicle;
        signOfLife();
    }

    String token() {
        return token;
    }

    /** An erasure, or a goodbye: no surprise any more. */
    void expectEnd() {
        endExpected = true;
    }

    private void signOfLife() {
        beaten = System.nanoTime();
        chronicle.stored().set(visit, beaten, LIFE);
    }

    @Override
    FrameSocket connect() {
        FrameSocket socket = gateway.socket("/v1/visits/" + visit + "/socket");
        signOfLife();
        return socket.send(Json.frame("hello").put("token", token));
    }

    @Override
    void onFrame(JsonNode frame) {
        switch (frame.path("type").asText()) {
            case "ready" -> {
                token = frame.path("token").asText(token);
                every = Duration.ofSeconds(Math.max(1, frame.path("heartbeatSeconds").asInt(10)));
            }
            case "erased" -> over("erased");
            default -> {
                // An answer to a heartbeat, or an error that the close code tells, too.
            }
        }
    }

    @Override
    void onClosed(int code) {
        if (code >= 4400 && code < 4500 && code != ErrorCode.TOKEN_MISSING.closeCode()) {
            over("closed with " + code);
        }
    }

    private void over(String told) {
        boolean expected = endExpected || isStopped();
        stop();
        boolean lost = chronicle.isLostSince(opened);
        boolean toldLost = told.endsWith(String.valueOf(ErrorCode.SCOPE_LOST.closeCode()));
        if (!expected && (!lost || !toldLost)) {
            verdict()
                    .accept(
                            new Broken(
                                    lost ? Invariant.LOST_IS_TOLD : Invariant.NOBODY_IS_THROWN_OUT,
                                    visit,
                                    "told " + told));
        }
    }

    @Override
    void onTick(FrameSocket greeted) {
        if (System.nanoTime() - beaten > every.toNanos()) {
            signOfLife();
            greeted.send(Json.frame("heartbeat"));
        }
        if (silence().compareTo(every.plus(SILENCE)) > 0) {
            hangUp();
        }
    }

    @Override
    void onCut() {
        // Nothing is on its way that must arrive.
    }
}
