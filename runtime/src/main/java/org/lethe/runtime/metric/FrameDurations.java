package org.lethe.runtime.metric;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.frame.ClientFrame;

/**
 * How long the frames of clients take, from their turn to what was done about them. All timers of a
 * socket are there before its first frame, with 0; a frame is counted without anything being made.
 */
@ApplicationScoped
public class FrameDurations {

    /** The type of a frame that this version does not know, or can't read. */
    private static final String OTHER = "other";

    /** Of the interfaces of frames; what is before it is the socket. */
    private static final String SUFFIX = "ClientFrame";

    private final MeterRegistry registry;
    private final Map<Class<?>, OfSocket> sockets = new ConcurrentHashMap<>();

    @Inject
    public FrameDurations(MeterRegistry registry) {
        this.registry = registry;
    }

    /**
     * Those of one socket.
     *
     * @param frames what its clients send, a sealed interface of records with type names
     */
    public OfSocket of(Class<? extends ClientFrame> frames) {
        return sockets.computeIfAbsent(frames, _ -> new OfSocket(registry, frames));
    }

    /** The durations of one socket's frames. */
    public static final class OfSocket {

        private final Map<Class<?>, Map<Outcome, Timer>> types;
        private final Map<Outcome, Timer> others;

        private OfSocket(MeterRegistry registry, Class<? extends ClientFrame> frames) {
            String name = frames.getSimpleName().replace(SUFFIX, "").toLowerCase(Locale.ROOT);
            Function<String, Map<Outcome, Timer>> timers = type -> timers(registry, name, type);
            types =
                    Stream.of(Objects.requireNonNull(frames.getPermittedSubclasses()))
                            .collect(
                                    Collectors.toUnmodifiableMap(
                                            frame -> frame, frame -> timers.apply(nameOf(frame))));
            others = timers.apply(OTHER);
        }

        /**
         * Counts one.
         *
         * @param frame null if it could not be read
         * @param begin of {@link System#nanoTime}, when it was its turn
         */
        public void record(@Nullable ClientFrame frame, long begin, Outcome outcome) {
            Map<Outcome, Timer> timers =
                    frame == null ? others : types.getOrDefault(frame.getClass(), others);
            Buckets.record(timers, outcome, begin);
        }

        private static String nameOf(Class<?> frame) {
            return frame.getAnnotation(JsonTypeName.class).value();
        }

        private static Map<Outcome, Timer> timers(
                MeterRegistry registry, String socket, String type) {
            return Buckets.timers(
                    registry,
                    EnumSet.allOf(Outcome.class),
                    () ->
                            Timer.builder("lethe.frames")
                                    .description("Frames of clients, from their turn to their end")
                                    .tag("socket", socket)
                                    .tag("frame", type));
        }
    }
}
