package org.lethe.gdpr.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.chat.LogEntry;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.contracts.retention.Category;
import org.lethe.contracts.scope.Meta;
import org.lethe.contracts.scope.MetaField;
import org.lethe.contracts.scope.Slot;
import org.lethe.contracts.scope.Slots;
import org.lethe.privacy.retention.RetentionSchedule;
import org.lethe.privacy.seal.Reading;
import org.lethe.privacy.seal.ScopeCipher;

/**
 * A scope in the answer: what is held in its slots, opened. What is damaged is left out and named,
 * so that one entry neither hides the others nor vanishes without a word.
 */
final class ScopeContents {

    private static final JsonMapper JSON = WireFormat.mapper();

    /** What a slot is called in the answer; of a slot that is not here, its own name. */
    private static final Map<Slot<?>, String> NAMES =
            Map.of(
                    Slots.VISIT_VIEW, "content",
                    Slots.LETTER_BODY, "content",
                    Slots.VISIT_ADDRESS, "address",
                    Slots.CHAT_ADDRESS, "address",
                    Slots.LETTER_ADDRESS, "address",
                    Slots.CHAT_LOG, "messages");

    private final ScopeCipher cipher;
    private final ObjectNode node = JSON.createObjectNode();
    private final ArrayNode damaged = node.arrayNode();
    private final Meta meta;
    private final Circumstances around;

    ScopeContents(ScopeCipher cipher, Meta meta, Circumstances around) {
        this.cipher = cipher;
        this.meta = meta;
        this.around = around;
        node.put(cipher.scope().kind().code(), cipher.scope().value());
        meta.get(MetaField.CREATED)
                .ifPresent(ms ->
                        node.put("since", Instant.ofEpochMilli(Long.parseLong(ms)).toString()));
        meta.get(MetaField.LETTER_KIND)
                .ifPresent(kind ->
                        node.put("kind", kind)
                                .put("state", LetterState.of(meta, around.at()).code()));
    }

    /** All that was added, what is told beside it, and what was damaged. */
    ObjectNode json() {
        ScopeKind kind = cipher.scope().kind();
        node.set("retention", retention(RetentionSchedule.category(kind)));
        node.set("access", JSON.valueToTree(around.access(kind, node)));
        if (kind == ScopeKind.VISIT || kind == ScopeKind.CHAT) {
            ArrayNode consents = node.putArray("consents");
            Stream.of("content", "form")
                    .map(node::path)
                    .map(Circumstances::consent)
                    .flatMap(Optional::stream)
                    .forEach(consents::add);
        }
        node.set("damaged", damaged);
        return node;
    }

    private JsonNode retention(Category category) {
        return JSON.valueToTree(around.retention(category, meta));
    }

    void value(Slot<?> slot, byte[] sealed) {
        add(slot, null, cipher.open(slot.asJson(), sealed), held -> node.set(name(slot), held));
    }

    /** A value as it lies among the fields of the scope's state. */
    void field(Slot<?> slot, String base64) {
        byte[] sealed;
        try {
            sealed = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException _) {
            tellDamaged(slot, null);
            return;
        }
        value(slot, sealed);
    }

    void log(Slot<?> slot, List<byte[]> lines) {
        ArrayNode list = node.putArray(name(slot));
        for (int i = 0; i < lines.size(); i++) {
            // What the head of the line says may be what is damaged; messages are numbered from 1.
            String number = String.valueOf(i + 1);
            parse(lines.get(i))
                    .ifPresentOrElse(
                            entry -> message(list, slot, number, entry),
                            () -> tellDamaged(slot, number));
        }
    }

    void entries(Slot<?> slot, Map<String, byte[]> entries) {
        ArrayNode list = node.putArray(name(slot));
        entries.forEach((name, sealed) ->
                add(
                        slot,
                        name,
                        cipher.open(slot.asJson().entry(name), sealed),
                        held -> {
                            ObjectNode file = list.addObject().put("file", name);
                            file.set("content", held);
                            file.set("retention", retention(slot.category()));
                        }));
    }

    private void message(ArrayNode list, Slot<?> slot, String number, LogEntry entry) {
        add(
                slot,
                number,
                cipher.open(slot.asJson().entry(entry.place()), entry.sealed()),
                held ->
                        list.addObject()
                                .put("seq", entry.seq())
                                .put("at", entry.at().toString())
                                .put("from", entry.author().speaker().code())
                                .set("content", held));
    }

    private void add(
            Slot<?> slot,
            @Nullable String entry,
            Reading<JsonNode> reading,
            Consumer<JsonNode> whenHeld) {
        switch (reading) {
            case Reading.Held<JsonNode>(JsonNode held) -> whenHeld.accept(held);
            case Reading.Damaged<JsonNode> _ -> tellDamaged(slot, entry);
            case Reading.Absent<JsonNode> _, Reading.Gone<JsonNode> _ -> {}
        }
    }

    private void tellDamaged(Slot<?> slot, @Nullable String entry) {
        ObjectNode named = damaged.addObject().put("slot", name(slot));
        if (entry != null) {
            named.put("entry", entry);
        }
    }

    static String name(Slot<?> slot) {
        return NAMES.getOrDefault(slot, slot.name());
    }

    private static Optional<LogEntry> parse(byte[] line) {
        try {
            return Optional.of(LogEntry.parse(line));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
