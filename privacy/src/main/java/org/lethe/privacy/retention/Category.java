package org.lethe.privacy.retention;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.id.ScopeKind;

/** A kind of data that the suite holds, with its time to live: one row of the schedule. */
public enum Category {
    VISIT(
            ScopeKind.VISIT,
            List.of(
                    "location",
                    "postal code",
                    "network",
                    "browser and operating system",
                    "page trail",
                    "custom data passed by the site",
                    "IP address and host name"),
            "170 s after the last heartbeat or goodbye",
            Limits.renewed(Duration.ofSeconds(170), Duration.ofSeconds(180))),
    CHAT(
            ScopeKind.CHAT,
            List.of(
                    "messages",
                    "pre-chat form and consent",
                    "rating and notes",
                    "IP address and host name",
                    "typing preview, in memory only"),
            "the moment the session ends",
            Limits.renewed(Duration.ofMinutes(30), Duration.ofHours(12), Duration.ofHours(12))),
    FILE(
            ScopeKind.CHAT,
            List.of("file name", "media type", "bytes"),
            "the moment the session ends",
            CHAT.limits),
    TRANSCRIPT_LETTER(
            ScopeKind.LETTER,
            List.of("the transcript of a chat for one recipient"),
            "the moment the mail server accepted it",
            Limits.once(Duration.ofHours(1), Duration.ofHours(24))),
    OFFLINE_LETTER(
            ScopeKind.LETTER,
            List.of("an offline message for one recipient", "IP address and host name"),
            "the moment the mail server accepted it",
            TRANSCRIPT_LETTER.limits),
    ERASURE_REQUEST(
            ScopeKind.ERASURE,
            List.of("the selectors that name the data subject"),
            "when the request completes",
            Limits.once(Duration.ofHours(24), Duration.ofHours(24))),
    BLOCK(
            null,
            List.of("keyed hash of a blocked address or subnet"),
            "when it is lifted or runs out",
            Limits.once(Duration.ofDays(30), Duration.ofDays(30))),
    ACCOUNT(
            null,
            List.of("settings and addresses that the controller entered", "its operators"),
            "when the account is closed",
            null),
    LEDGER(
            null,
            List.of("counts, durations, times, hashes and actor roles; no visitor data"),
            "kept",
            null);

    private final @Nullable ScopeKind scope;

    @SuppressWarnings("ImmutableEnumChecker") // Only ever List.of.
    private final List<String> contents;

    private final String destroyed;
    private final @Nullable Limits limits;

    Category(
            @Nullable ScopeKind scope,
            List<String> contents,
            String destroyed,
            @Nullable Limits limits) {
        this.scope = scope;
        this.contents = contents;
        this.destroyed = destroyed;
        this.limits = limits;
    }

    /** The scope whose key the data dies with; empty where no visitor data is held. */
    public Optional<ScopeKind> scope() {
        return Optional.ofNullable(scope);
    }

    /** What the category holds, in the words of the record of processing. */
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

    /** The name in configuration and data map: lower case with hyphens. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
