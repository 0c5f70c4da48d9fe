package org.lethe.privacy.log;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.util.StringJoiner;
import org.jboss.logging.Logger;

/** Writes log lines: a constant message, then keys. */
public final class Log {

    private final Logger logger;

    private Log(Logger logger) {
        this.logger = logger;
    }

    public static Log of(Class<?> owner) {
        return new Log(Logger.getLogger(owner));
    }

    public void debug(@CompileTimeConstant String message, LogField... fields) {
        if (logger.isDebugEnabled()) {
            logger.debug(line(message, fields));
        }
    }

    public void info(@CompileTimeConstant String message, LogField... fields) {
        logger.info(line(message, fields));
    }

    public void warn(@CompileTimeConstant String message, LogField... fields) {
        logger.warn(line(message, fields));
    }

    /** With the stack of the failure, without its message. */
    public void warn(@CompileTimeConstant String message, Throwable failure, LogField... fields) {
        logger.warn(line(message, fields), Stack.of(failure));
    }

    public void error(@CompileTimeConstant String message, LogField... fields) {
        logger.error(line(message, fields));
    }

    /** With the stack of the failure, without its message. */
    public void error(@CompileTimeConstant String message, Throwable failure, LogField... fields) {
        logger.error(line(message, fields), Stack.of(failure));
    }

    private static String line(String message, LogField... fields) {
        if (fields.length == 0) {
            return message;
        }
        var line = new StringJoiner(" ", message + " ", "");
        for (LogField field : fields) {
            line.add(field.toString());
        }
        return line.toString();
    }
}
