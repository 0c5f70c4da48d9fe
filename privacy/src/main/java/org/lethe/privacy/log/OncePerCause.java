package org.lethe.privacy.log;

import com.google.errorprone.annotations.CompileTimeConstant;
import org.jspecify.annotations.Nullable;

/**
 * Tells why something is tried again and again: as a warning when the cause is another than the
 * last time, else for debugging. So a cause that never passes is seen, and one that passes is no
 * flood.
 */
public final class OncePerCause {

    private static final int MAX_DEPTH = 8;

    private final Log log;
    private @Nullable Class<?> last;

    public OncePerCause(Log log) {
        this.log = log;
    }

    public void warn(@CompileTimeConstant String message, Throwable failure, LogField... fields) {
        Throwable told = origin(failure);
        if (isNew(told.getClass())) {
            log.warn(message, with(LogKey.REASON.of(told), fields));
        } else {
            log.debug(message, with(LogKey.REASON.of(told), fields));
        }
    }

    /** It went well: the next failure is told again. */
    public synchronized void passed() {
        last = null;
    }

    private synchronized boolean isNew(Class<?> cause) {
        boolean isNew = !cause.equals(last);
        last = cause;
        return isNew;
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
}
