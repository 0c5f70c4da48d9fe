package org.lethe.privacy.log;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells why something is tried again and again: as a warning when the cause is another than the
 * last time, else for debugging. So a cause that never passes is seen, and one that passes is no
 * flood.
 */
public final class OncePerCause {

    private static final int MAX_DEPTH = 8;
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final Log log;
    private final Told told;

    public OncePerCause(Log log) {
        this(log, new LastCause());
    }

    private OncePerCause(Log log, Told told) {
        this.log = log;
        this.told = told;
    }

    /**
     * For what many fail at while others succeed: each cause as a warning once a minute at most,
     * whatever went well meanwhile.
     *
     * @param nanos as {@link System#nanoTime}
     */
    public static OncePerCause aMinute(Log log, LongSupplier nanos) {
        return new OncePerCause(log, new EachCause(nanos));
    }

    public void warn(@CompileTimeConstant String message, Throwable failure, LogField... fields) {
        Throwable origin = origin(failure);
        if (told.isNew(origin.getClass())) {
            log.warn(message, with(LogKey.REASON.of(origin), fields));
        } else {
            log.debug(message, with(LogKey.REASON.of(origin), fields));
        }
    }

    /** It went well: the next failure is told again. */
    public void passed() {
        told.passed();
    }

    /** What other failures were only wrapped around. */
    private static Throwable origin(Throwable failure) {
        Throwable origin = failure;
        for (int depth = 0; origin.getCause() != null && depth < MAX_DEPTH; depth++) {
            origin = origin.getCause();
        }
        return origin;
    }

    private static LogField[] with(LogField reason, LogField... fields) {
        var all = new LogField[fields.length + 1];
        all[0] = reason;
        System.arraycopy(fields, 0, all, 1, fields.length);
        return all;
    }

    /** What is a warning no more. */
    private interface Told {

        boolean isNew(Class<?> cause);

        void passed();
    }

    private static final class LastCause implements Told {

        private @Nullable Class<?> last;

        @Override
        public synchronized boolean isNew(Class<?> cause) {
            boolean isNew = !cause.equals(last);
            last = cause;
            return isNew;
        }

        @Override
        public synchronized void passed() {
            last = null;
        }
    }

    private static final class EachCause implements Told {

        private final Map<Class<?>, Long> toldAt = new HashMap<>();
        private final LongSupplier nanos;

        EachCause(LongSupplier nanos) {
            this.nanos = nanos;
        }

        @Override
        public synchronized boolean isNew(Class<?> cause) {
            long now = nanos.getAsLong();
            Long before = toldAt.get(cause);
            boolean isNew = before == null || now - before >= MINUTE;
            if (isNew) {
                toldAt.put(cause, now);
            }
            return isNew;
        }

        @Override
        public void passed() {
            // Of many at a time some always pass.
        }
    }
}
