package org.lethe.privacy.log;

import java.time.Duration;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.id.ScopeId;

/**
 * What a log line may tell beside its constant message: ids, counts, codes and times.
 *
 * <p>A value is an id type, a number, an enum or a time, never a text: text is how personal data
 * gets into logs.
 */
public enum LogKey {
    ACCOUNT,
    ATTEMPTS,
    CODE,
    COUNT,
    ERASURE,
    KEY,
    LATENESS,
    OFFSET,
    OPERATOR,
    OWNED,
    PARTITION,
    REASON,
    RETRY_IN,
    ROLE,
    RULE,
    SCOPE,
    SERVICE,
    SHARD,
    SHARDS,
    STATUS,
    TOPIC,
    TYPE,
    VERSION;

    public LogField of(long value) {
        return new LogField(this, Long.toString(value));
    }

    public LogField of(Enum<?> value) {
        return new LogField(this, WireFormat.name(value));
    }

    public LogField of(Duration value) {
        return new LogField(this, value.toMillis() + "ms");
    }

    public LogField of(ScopeId value) {
        return new LogField(this, value.value());
    }

    public LogField of(AccountId value) {
        return new LogField(this, value.value());
    }

    public LogField of(OperatorId value) {
        return new LogField(this, value.value());
    }

    /** The class of a failure, without its message, which might quote what a person wrote. */
    public LogField of(Throwable failure) {
        return new LogField(this, failure.getClass().getSimpleName());
    }

    String label() {
        return WireFormat.name(this);
    }
}
