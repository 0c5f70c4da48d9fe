package org.lethe.runtime.socket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.frame.ClientFrame;
import org.lethe.contracts.frame.ErrorFrame;
import org.lethe.contracts.frame.ServerFrame;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ClientMessageId;
import org.lethe.contracts.personal.InvalidPersonalData;
import org.lethe.runtime.problem.Failures;
import org.lethe.runtime.problem.Refusal;

/** Frames as text and back. */
public final class FrameCodec {

    private static final JsonMapper JSON = WireFormat.mapper();

    private FrameCodec() {}

    /** Reads what came in on a socket; what is no frame is refused as malformed. */
    public static <C extends ClientFrame> Incoming<C> read(Class<C> socket, String text) {
        try {
            return new Incoming.Legible<>(parse(text, socket));
        } catch (JsonProcessingException e) {
            // The exception quotes the frame, and goes no further.
            if (e.getCause() instanceof InvalidPersonalData) {
                return new Incoming.Unacceptable<>(answer(Failures.codeOf(e), text));
            }
            throw new Refusal(ErrorCode.MALFORMED);
        }
    }

    public static String write(ServerFrame frame) {
        try {
            return JSON.writeValueAsString(frame);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a frame that can't be written");
        }
    }

    private static ErrorFrame answer(ErrorCode code, String text) {
        try {
            Naming frame = parse(text, Naming.class);
            return ErrorFrame.of(code, frame.chat(), frame.id());
        } catch (JsonProcessingException e) {
            throw new Refusal(ErrorCode.MALFORMED);
        }
    }

    private static <T> T parse(String text, Class<T> type) throws JsonProcessingException {
        T value = JSON.readValue(text, type);
        if (value == null) {
            throw new Refusal(ErrorCode.MALFORMED);
        }
        return value;
    }

    /** What an answer names a frame by. */
    private record Naming(@Nullable ChatId chat, @Nullable ClientMessageId id) {}
}
