package org.lethe.contracts.topic;

/** One setting of a topic or broker, and how far another value may be from it. */
public record Setting(SettingName name, String value, Bound bound) {

    /** Which values keep the promise that the setting makes. */
    public enum Bound {
        EXACTLY,
        AT_MOST,
        AT_LEAST
    }

    static Setting exactly(SettingName name, Object value) {
        return new Setting(name, value.toString(), Bound.EXACTLY);
    }

    static Setting atMost(SettingName name, long value) {
        return new Setting(name, Long.toString(value), Bound.AT_MOST);
    }

    static Setting atLeast(SettingName name, long value) {
        return new Setting(name, Long.toString(value), Bound.AT_LEAST);
    }

    /** Whether a broker that has this value is not looser. */
    public boolean holds(String actual) {
        return switch (bound) {
            case EXACTLY -> actual.equals(value);
            case AT_MOST -> number(actual) <= number(value);
            case AT_LEAST -> number(actual) >= number(value);
        };
    }

    /** Kafka writes "for ever" as -1. */
    private static long number(String text) {
        long number = Long.parseLong(text);
        return number < 0 ? Long.MAX_VALUE : number;
    }
}
