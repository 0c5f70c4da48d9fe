package org.lethe.runtime.socket;

import org.jspecify.annotations.Nullable;
import org.lethe.contracts.frame.ClientFrame;

/**
 * What one socket does for its client, from the hello to the close.
 *
 * @param <C> what the client sends
 */
public interface FrameSession<C extends ClientFrame> {

    /** Called once, before any frame; answers ready. */
    void start();

    /** Any frame after the hello; a refusal is answered by the names that the frame has. */
    void onFrame(C frame);

    /**
     * What a frame is about, where frames about something else need not wait for it: they come to
     * {@link #onFrame} at the same time then, on other threads.
     *
     * @return equal for frames that must keep their order; null if all that come later must wait
     */
    default @Nullable Object lane(C frame) {
        return null;
    }

    /**
     * The socket is closed. Called once, after {@link #start}, even if that refused the client; a
     * frame may still be in work.
     */
    void stop();
}
