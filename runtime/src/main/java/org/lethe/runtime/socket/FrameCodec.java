package org.lethe.runtime.socket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.frame.ClientFrame;
import org.lethe.contracts.frame.ServerFrame;
import org.lethe.runtime.problem.Refusal;

/** Frames as text and back. */
public final class FrameCodec {

    private static final JsonMapper JSON = WireFormat.mapper();

    private FrameCodec() {}

    /** Reads a frame of a socket, or refuses it as malformed. */
    public static <C extends ClientFrame> C read(Class<C> socket, String text) {
        try {
            C frame = JSON.readValue(text, socket);
            if (frame != null) {
                return frame;
            }
        } catch (JsonProcessingException e) {
            // The cause quotes the frame, and goes no further.
        }
        throw new Refusal(ErrorCode.MALFORMED);
    }

    public static String write(ServerFrame frame) {
        try {
            return JSON.writeValueAsString(frame);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a frame that can't be written");
        }
    }
}
