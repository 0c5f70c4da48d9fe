package org.lethe.contracts.scope;

import static org.lethe.contracts.id.ScopeKind.CHAT;
import static org.lethe.contracts.id.ScopeKind.ERASURE;
import static org.lethe.contracts.id.ScopeKind.LETTER;
import static org.lethe.contracts.id.ScopeKind.VISIT;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lethe.contracts.id.ScopeKind;

/**
 * A field of a scope's state, which is not sealed: an id, a count, a time or a code, and never
 * personal data. What is personal is in a {@link Slot}, be its shape that of a field.
 */
public enum MetaField {
    ACCOUNT("account", VISIT, CHAT, LETTER, ERASURE),
    CREATED("created", VISIT, CHAT, LETTER, ERASURE),
    /** When it is destroyed at the latest; 0 where renewing has no end. */
    UNTIL("until", VISIT, CHAT, LETTER, ERASURE),
    /** Milliseconds between deadline and time to live. */
    MARGIN("margin", VISIT, CHAT, LETTER, ERASURE),
    /** The erasure that took hold of the scope. */
    ERASING("erasing", VISIT, CHAT, LETTER),
    /** The addresses were destroyed alone. */
    NO_ADDRESS("noaddress", VISIT, CHAT, LETTER),
    /** Until when the blind index finds it, in Redis' own milliseconds; moved seldom. */
    INDEXED("indexed", VISIT, CHAT, LETTER),
    /** Counts the changes of a visit's view. */
    REVISION("rev", VISIT),
    /** Since when a visit has no socket. */
    LEAVING("leaving", VISIT),
    /** The sockets of a visit on one replica, whose name follows. */
    REPLICA("r:", VISIT),
    /** The chat that a visit has now. */
    PRESENT_CHAT("chat", VISIT),
    /** All chats of a visit, so that an erasure finds the letters of those that ended. */
    CHATS("chats", VISIT),
    /** Who is in the chat; at a visit, the chat comes first. */
    OPERATOR("operator", VISIT, CHAT),
    CHAT_VISIT("visit", CHAT),
    /** Since when no page of the visitor is in the chat; absent while one is. */
    LEFT("left", CHAT),
    STATE("state", CHAT),
    REASON("reason", CHAT),
    ENDED("ended", CHAT),
    ACCEPTED("accepted", CHAT),
    /** The number of the last message. */
    SEQ("seq", CHAT),
    /** How many messages the form brought: a question is one, and none of the log. */
    QUESTIONS("questions", CHAT),
    /** How much is in the log, sealed. */
    BYTES("bytes", CHAT),
    /** The last message that a side has read; its name follows. */
    READ("read-", CHAT),
    LETTER_KIND("kind", LETTER),
    /** The chat or the message that its id was derived from, so that one letter leads to all. */
    ORIGIN("origin", LETTER),
    TLS_REQUIRED("tlsRequired", LETTER),
    ATTEMPTS("attempts", LETTER),
    NEXT_ATTEMPT("nextAttempt", LETTER),
    /** How often a mail server had the whole letter and gave no word. */
    UNANSWERED("unanswered", LETTER),
    LEASE_OWNER("leaseOwner", LETTER),
    LEASE_UNTIL("leaseUntil", LETTER),
    STEP("step", ERASURE),
    /** When the services were asked last. */
    ASKED("asked", ERASURE);

    private final String code;

    @SuppressWarnings("ImmutableEnumChecker") // Changed by nobody, and handed out as a copy.
    private final Set<ScopeKind> kinds;

    MetaField(String code, ScopeKind... kinds) {
        this.code = code;
        this.kinds = EnumSet.copyOf(List.of(kinds));
    }

    /** Its name in the store; of {@link #REPLICA} and {@link #READ}, how the name begins. */
    public String code() {
        return code;
    }

    public Set<ScopeKind> kinds() {
        return Set.copyOf(kinds);
    }

    /** Its value in a scope's state. */
    public Optional<String> in(Map<String, String> meta) {
        return Optional.ofNullable(meta.get(code));
    }

    /** Whether a scope of a kind may have a field of this name. */
    public static boolean isKnown(ScopeKind kind, String name) {
        return Arrays.stream(values())
                        .filter(field -> field.kinds.contains(kind))
                        .anyMatch(field -> field.isCalled(name))
                || Slots.of(kind).stream()
                        .anyMatch(slot -> slot.shape() == Shape.FIELD && slot.name().equals(name));
    }

    private boolean isCalled(String name) {
        return this == REPLICA || this == READ ? name.startsWith(code) : name.equals(code);
    }
}
