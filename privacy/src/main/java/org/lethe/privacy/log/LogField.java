package org.lethe.privacy.log;

/** A key of a log line with its value; made by {@link LogKey} alone. */
public final class LogField {

    private final LogKey key;
    private final String value;

    LogField(LogKey key, String value) {
        this.key = key;
        this.value = value;
    }

    @Override
    public String toString() {
        return key.label() + "=" + value;
    }
}
