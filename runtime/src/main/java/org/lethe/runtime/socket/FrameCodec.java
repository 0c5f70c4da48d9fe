package org.lethe.runtime.socket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.frame.ClientFrame;
import org.lethe.contracts.frame.ErrorFrame;
import org.lethe.contracts.frame.ServerFrame;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ClientMessageId;
import org.lethe.runtime.problem.Failures;
import org.lethe.runtime.problem.Refusal;

/** Frames as text and back. */
public final class FrameCodec {

    private static final JsonMapper JSON = WireFormat.mapper();

    private FrameCodec() {}

    /**
     * Reads what came in on a socket. What is no JSON object is refused as malformed; a frame that
     * this version does not know, as a newer page may send it, is only to be answered.
     */
    public static <C extends ClientFrame> Incoming<C> read(Class<C> socket, String text) {
        try {
            return new Incoming.Legible<>(parse(text, socket));
        } catch (JsonProcessingException e) {
            // The exception quotes the frame, and goes no further.
            return new Incoming.Unacceptable<>(answer(codeOf(e), text));
        }
    }

    public static String write(ServerFrame frame) {
        try {
            return JSON.writeValueAsString(frame);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a frame that can't be written");
        }
    }

    private static ErrorCode codeOf(JsonProcessingException failure) {
        return failure instanceof InvalidTypeIdException
                ? ErrorCode.FRAME_UNKNOWN
                : Failures.codeOf(failure);
    }

    private static ErrorFrame answer(ErrorCode code, String text) {
        if (!isObject(text)) {
            throw new Refusal(ErrorCode.MALFORMED);
        }
        try {
            Naming frame = parse(text, Naming.class);
            return ErrorFrame.of(code, frame.chat(), frame.id());
        } catch (JsonProcessingException e) {
            // What it is about can't be read either.
            return ErrorFrame.of(code);
        }
    }

    private static boolean isObject(String text) {
        try {
            return JSON.readTree(text).isObject();
        } catch (JsonProcessingException e) {
            return false;
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
