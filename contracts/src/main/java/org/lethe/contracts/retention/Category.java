package org.lethe.contracts.retention;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.Coded;
import org.lethe.contracts.id.ScopeKind;

/**
 * A kind of data that the suite holds, with its time to live: one row of the schedule. What is in
 * it of a scope, the slots say.
 */
public enum Category implements Coded {
    VISIT(
            ScopeKind.VISIT,
            "170 s after the last heartbeat or goodbye",
            Limits.renewed(Duration.ofSeconds(170), Duration.ofSeconds(180))),
    CHAT(
            ScopeKind.CHAT,
            "the moment the chat ends: by either side, by its visitor's leaving (170 s after the last"
                    + " sign of life), by idling or by erasure",
            Limits.renewed(Duration.ofMinutes(30), Duration.ofHours(12), Duration.ofHours(12))),
    FILE(ScopeKind.CHAT, "with its chat", CHAT.limits),
    LETTER(
            ScopeKind.LETTER,
            "the moment the mail server accepted it",
            Limits.once(Duration.ofHours(1), Duration.ofHours(24))),
    ERASURE_REQUEST(
            ScopeKind.ERASURE,
            "when the request completes",
            Limits.once(Duration.ofHours(24), Duration.ofHours(24))),
    CHAT_RECEIPT(
            "24 hours after the chat's end",
            Limits.once(Duration.ofHours(24), Duration.ofHours(24)),
            "receipt number, chat id, reason, counts and time of a chat's end; no visitor data"),
    CALLBACK(
            "the moment the controller took it, or 24 hours later",
            Limits.once(Duration.ofHours(24), Duration.ofHours(48)),
            "callback address of a controller, number, status, counts and times of its request; no"
                    + " visitor data"),
    ACCOUNT(
            "when the account is closed",
            "settings and addresses that the controller entered",
            "its operators"),
    LEDGER("kept", "counts, durations, times, hashes and actor roles; no visitor data");

    private final @Nullable ScopeKind scope;
    private final String destroyed;

    @SuppressWarnings("ImmutableEnumChecker") // A record of durations.
    private final @Nullable Limits limits;

    @SuppressWarnings("ImmutableEnumChecker") // Only ever List.of.
    private final List<String> contents;

    Category(ScopeKind scope, String destroyed, @Nullable Limits limits) {
        this.scope = scope;
        this.destroyed = destroyed;
        this.limits = limits;
        this.contents = List.of();
    }

    Category(String destroyed, String... contents) {
        this(destroyed, null, contents);
    }

    Category(String destroyed, @Nullable Limits limits, String... contents) {
        this.scope = null;
        this.destroyed = destroyed;
        this.limits = limits;
        this.contents = List.of(contents);
    }

    /** The scope whose key the data dies with; empty where no visitor data is held. */
    public Optional<ScopeKind> scope() {
        return Optional.ofNullable(scope);
    }

    /** What it holds outside of scopes, in the words of the record of processing. */
    public List<String> contents() {
        return contents;
    }

    /** When it is destroyed, in words. */
    public String destroyed() {
        return destroyed;
    }

    /** Its times; empty where data is kept until somebody ends it. */
    public Optional<Limits> limits() {
        return Optional.ofNullable(limits);
    }
}
