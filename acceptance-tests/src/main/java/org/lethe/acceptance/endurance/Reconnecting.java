package org.lethe.acceptance.endurance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lethe.acceptance.client.FrameSocket;
import org.lethe.acceptance.client.Pause;
import org.lethe.acceptance.client.UnexpectedAnswer;
import org.lethe.acceptance.endurance.Verdict.Figure;

/**
 * A socket that is connected again whenever it ends, until somebody says that it has no use any
 * more. For one thread.
 */
abstract class Reconnecting {

    private static final Duration TICK = Duration.ofMillis(150);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** So long no greeting, or no frame where one is due: nobody is there. */
    static final Duration SILENCE = Duration.ofSeconds(20);

    private final Verdict verdict;
    private @Nullable FrameSocket socket;
    private int failures;
    private boolean greeted;
    private long heard;

    Reconnecting(Verdict verdict) {
        this.verdict = verdict;
    }

    final Verdict verdict() {
        return verdict;
    }

    /** Opens it, and says hello. */
    abstract FrameSocket connect();

    /** A frame came; whatever it is. */
    abstract void onFrame(JsonNode frame);

    /** It was closed; no code below 4500 but 1000 and the like is a reason to come back. */
    abstract void onClosed(int code);

    /** Sends what is due on a socket that was greeted. */
    abstract void onTick(FrameSocket greeted);

    /** What was on its way is not any more. */
    abstract void onCut();

    /** One step: connects, or takes a frame, or waits for a moment. */
    final void step() {
        FrameSocket present = socket;
        try {
            if (present == null) {
                open();
            } else {
                follow(present);
            }
        } catch (UnexpectedAnswer e) {
            failed();
        }
    }

    private void open() {
        greeted = false;
        verdict.count(Figure.RECONNECTS);
        socket = connect();
        heard = System.nanoTime();
    }

    private void follow(FrameSocket present) {
        Optional<JsonNode> frame = present.await(any -> true, TICK);
        frame.ifPresent(this::heard);
        int closed = frame.isPresent() ? -1 : present.awaitClose(Duration.ZERO);
        if (closed >= 0) {
            socket = null;
            onCut();
            onClosed(closed);
            pause();
        } else if (greeted) {
            onTick(present);
        } else if (silence().compareTo(SILENCE) > 0) {
            hangUp();
        }
    }

    private void heard(JsonNode frame) {
        heard = System.nanoTime();
        if (frame.path("type").asText().equals("ready")) {
            greeted = true;
            failures = 0;
        }
        onFrame(frame);
    }

    /** Since when nothing came. */
    final Duration silence() {
        return Duration.ofNanos(System.nanoTime() - heard);
    }

    /** Lets go of a connection that is taken for dead, or of all. */
    final void hangUp() {
        FrameSocket present = socket;
        socket = null;
        if (present != null) {
            present.cut();
            onCut();
        }
    }

    private void failed() {
        hangUp();
        pause();
    }

    /** Longer each time, as pages do. */
    private void pause() {
        failures++;
        Duration pause = Duration.ofMillis(200L * failures * failures);
        Pause.of(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }
}
