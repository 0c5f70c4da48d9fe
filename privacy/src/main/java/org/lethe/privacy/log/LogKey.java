package org.lethe.privacy.log;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.FileId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.id.ReceiptId;
import org.lethe.contracts.id.ScopeId;

/**
 * What a log line may tell beside its constant message: ids, counts, codes and times.
 *
 * <p>A value is an id type, a number, an enum, a time or a flag, never a text: text is how personal
 * data gets into logs.
 */
public enum LogKey {
    ACCOUNT,
    ATTEMPTS,
    BYTES,
    CLOSE_CODE,
    CODE,
    COUNT,
    DEADLINE,
    DURATION,
    EPOCH_CHANGED,
    ERASURE,
    EXPECTED,
    FILE,
    KIND,
    LATENESS,
    OFFSET,
    OPERATOR,
    OUTCOME,
    OWNED,
    PARTITION,
    PORT,
    REASON,
    RECEIPT,
    REMAINS,
    RETRY_IN,
    ROLE,
    RULE,
    SCOPE,
    SERVICE,
    SHARD,
    SHARDS,
    STATE,
    STATUS,
    STEP,
    TOPIC,
    TYPE,
    VERSION;

    public LogField of(long value) {
        return new LogField(this, Long.toString(value));
    }

    public LogField of(boolean value) {
        return new LogField(this, Boolean.toString(value));
    }

    public LogField of(Enum<?> value) {
        return new LogField(this, value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    public LogField of(Duration value) {
        return new LogField(this, value.toMillis() + "ms");
    }

    public LogField of(Instant value) {
        return new LogField(this, value.toString());
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

    public LogField of(FileId value) {
        return new LogField(this, value.value());
    }

    public LogField of(ReceiptId value) {
        return new LogField(this, value.value());
    }

    /** The class of a failure, without its message, which might quote what a person wrote. */
    public LogField of(Throwable failure) {
        return new LogField(this, failure.getClass().getSimpleName());
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
