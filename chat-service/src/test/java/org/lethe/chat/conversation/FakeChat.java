package org.lethe.chat.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.Coded;
import org.lethe.contracts.chat.Author;
import org.lethe.contracts.chat.LogEntry;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.frame.Speaker;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ClientMessageId;
import org.lethe.contracts.id.FileId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.signal.Farewell;
import org.lethe.privacy.retention.Lifetimes;
import org.lethe.privacy.seal.DataKey;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.runtime.problem.Refusal;

/** What {@link FakeChatStore} holds of a chat. */
final class FakeChat {

    private static final int MOST_BYTES = 1_048_576;

    final ChatId id;
    final byte[] contentKey = DataKey.random();
    final byte[] addressKey = DataKey.random();
    final Map<String, String> meta = new HashMap<>();
    final List<LogEntry> log = new ArrayList<>();
    final Map<String, ChatStore.Stored> known = new HashMap<>();
    final Map<FileId, byte[]> files = new HashMap<>();
    final Set<String> operators = new HashSet<>();

    /** Until when the visitor counts as there. */
    Instant seenUntil = Instant.MAX;

    byte @Nullable [] form;
    byte @Nullable [] address;

    FakeChat(ChatId id) {
        this.id = id;
    }

    ScopeCipher cipher() {
        return new ScopeCipher(
                id, new DataKey(contentKey.clone()), new DataKey(addressKey.clone()));
    }

    String state() {
        return meta.getOrDefault("state", "");
    }

    boolean isWatched() {
        return !state().isEmpty() && !state().equals("ending");
    }

    boolean isErasing() {
        return meta.containsKey("erasing");
    }

    long number(String field) {
        return Long.parseLong(meta.getOrDefault(field, "0"));
    }

    private boolean isOpen() {
        return !isErasing() && isWatched();
    }

    /** False if it was queued before. */
    boolean queue(byte[] sealedForm, int questions, byte[] sealedAddress, Instant now) {
        if (!state().isEmpty()) {
            return false;
        }
        form = sealedForm;
        address = sealedAddress.length == 0 ? null : sealedAddress;
        meta.put("state", "queued");
        meta.put("seq", "0");
        meta.put("questions", Integer.toString(questions));
        seenUntil = now.plus(Lifetimes.standard().visit());
        return true;
    }

    /** False if it is the operator's already. */
    boolean accept(OperatorId operator, String sealedName) {
        if (!isOpen()) {
            throw new Refusal(ErrorCode.NOT_FOUND);
        }
        if (state().equals("active")) {
            if (operator.value().equals(meta.get("operator"))) {
                return false;
            }
            throw new Refusal(ErrorCode.CONFLICT);
        }
        meta.put("state", "active");
        meta.put("operator", operator.value());
        meta.put("operatorName", sealedName);
        operators.add(operator.value());
        return true;
    }

    /** A message that came before is stored as it was then. */
    Appended append(Author author, ClientMessageId message, byte[] sealed, Instant now) {
        if (isErasing() || state().isEmpty()) {
            throw new Refusal(ErrorCode.CHAT_ENDED);
        }
        if (author instanceof Author.Operator operator
                && !operators.contains(operator.id().value())) {
            throw new Refusal(ErrorCode.NOT_FOUND);
        }
        ChatStore.Stored before = known.get(author.code() + " " + message.value());
        if (before != null) {
            return new Appended(before, Optional.empty());
        }
        if (state().equals("ending")) {
            throw new Refusal(ErrorCode.CHAT_ENDED);
        }
        if (number("bytes") + sealed.length > MOST_BYTES) {
            throw new Refusal(ErrorCode.TOO_LARGE);
        }
        var entry = new LogEntry(number("seq") + 1, now, author, message, sealed);
        var stored = new ChatStore.Stored(entry.seq(), now);
        log.add(entry);
        meta.put("seq", Long.toString(entry.seq()));
        meta.put("bytes", Long.toString(number("bytes") + sealed.length));
        known.put(author.code() + " " + message.value(), stored);
        return new Appended(stored, Optional.of(entry));
    }

    /** False if that is no news. */
    boolean markRead(Speaker by, long seq) {
        String field = "read-" + by.code();
        if (!isOpen() || seq > number("seq") || seq <= number(field)) {
            return false;
        }
        meta.put(field, Long.toString(seq));
        return true;
    }

    /** False if that is no news. */
    boolean setLeft(Optional<Instant> since) {
        if (since.isPresent() == meta.containsKey("left")) {
            return false;
        }
        since.ifPresentOrElse(
                at -> meta.put("left", Long.toString(at.toEpochMilli())),
                () -> meta.remove("left"));
        return true;
    }

    /** False if its end has begun before. */
    boolean beginEnding(EndReason reason, Instant now) {
        if (state().equals("ending")) {
            return false;
        }
        meta.put("state", "ending");
        meta.put("reason", reason.code());
        meta.put("ended", Long.toString(now.toEpochMilli()));
        return true;
    }

    Farewell farewell(Instant now) {
        return farewell(Coded.of(EndReason.class, meta.getOrDefault("reason", "")), now);
    }

    Farewell farewell(EndReason reason, Instant now) {
        return new Farewell(reason, (int) (number("seq") + number("questions")), files.size(), now);
    }

    /** What was stored, and the entry that it made, if it is a new one. */
    record Appended(ChatStore.Stored stored, Optional<LogEntry> entry) {}
}
