package org.lethe.gdpr.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.chat.LogEntry;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.scope.MetaField;
import org.lethe.contracts.scope.Slot;
import org.lethe.contracts.scope.Slots;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.privacy.vault.ScopeSlots;
import org.lethe.privacy.vault.Vault;

/** Reads what is held in a scope: every slot of the catalogue in which something is sealed. */
@ApplicationScoped
class ScopeContents {

    /** What a slot is called in the answer; of a slot that is not here, its own name. */
    private static final Map<Slot<?>, String> NAMES =
            Map.of(
                    Slots.VISIT_VIEW, "content",
                    Slots.LETTER_BODY, "content",
                    Slots.VISIT_ADDRESS, "address",
                    Slots.CHAT_ADDRESS, "address",
                    Slots.LETTER_ADDRESS, "address",
                    Slots.CHAT_LOG, "messages");

    private final ScopeSlots slots;

    ScopeContents(Vault vault) {
        this.slots = vault.slots();
    }

    ObjectNode read(ScopeId scope, ScopeCipher cipher, Map<String, String> meta) {
        ObjectNode node = WireFormat.mapper().createObjectNode();
        node.put(scope.kind().code(), scope.value());
        MetaField.CREATED
                .in(meta)
                .ifPresent(ms ->
                        node.put("since", Instant.ofEpochMilli(Long.parseLong(ms)).toString()));
        MetaField.LETTER_KIND.in(meta).ifPresent(kind -> node.put("kind", kind));
        for (Slot<?> slot : Slots.of(scope.kind())) {
            if (slot.compartment().isPresent()) {
                read(node, NAMES.getOrDefault(slot, slot.name()), cipher, slot.asJson(), meta);
            }
        }
        return node;
    }

    private void read(
            ObjectNode node,
            String name,
            ScopeCipher cipher,
            Slot<JsonNode> slot,
            Map<String, String> meta) {
        switch (slot.shape()) {
            case VALUE -> slots.read(cipher, slot).held().ifPresent(held -> node.set(name, held));
            case FIELD -> {
                String sealed = meta.get(slot.name());
                if (sealed != null) {
                    cipher.open(slot, Base64.getDecoder().decode(sealed))
                            .held()
                            .ifPresent(held -> node.set(name, held));
                }
            }
            case LIST -> log(node.putArray(name), cipher, slot);
            case HASH -> entries(node.putArray(name), cipher, slot);
            // The file itself is fetched at the file relay; here it is named.
            case STREAM -> {}
            case SET -> throw new IllegalStateException("nothing is sealed in a set");
        }
    }

    private void log(ArrayNode list, ScopeCipher cipher, Slot<JsonNode> slot) {
        for (byte[] each : slots.list(cipher.scope(), slot, 0, -1)) {
            LogEntry entry = LogEntry.parse(each);
            cipher.open(slot.entry(entry.place()), entry.sealed())
                    .held()
                    .ifPresent(content ->
                            list.addObject()
                                    .put("seq", entry.seq())
                                    .put("at", entry.at().toString())
                                    .put("from", entry.author().speaker().code())
                                    .set("content", content));
        }
    }

    private void entries(ArrayNode list, ScopeCipher cipher, Slot<JsonNode> slot) {
        slots.entries(cipher.scope(), slot)
                .forEach((name, sealed) ->
                        cipher.open(slot.entry(name), sealed)
                                .held()
                                .ifPresent(content ->
                                        list.addObject()
                                                .put("file", name)
                                                .set("content", content)));
    }
}
