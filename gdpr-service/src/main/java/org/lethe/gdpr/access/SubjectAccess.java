package org.lethe.gdpr.access;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.contracts.scope.Meta;
import org.lethe.contracts.scope.Slot;
import org.lethe.contracts.scope.Slots;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.privacy.vault.Lookup;
import org.lethe.privacy.vault.Unavailability;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.problem.Refusal;

/** Everything that is held about a data subject at this moment, as JSON. */
@ApplicationScoped
public class SubjectAccess {

    private final Vault vault;
    private final ExportSettings config;
    private final Clock clock;

    SubjectAccess(Vault vault, ExportSettings config, Clock clock) {
        this.vault = vault;
        this.config = config;
        this.clock = clock;
    }

    /** What these scopes of one account hold. */
    public ObjectNode held(AccountId account, Set<ScopeId> found) {
        Instant at = clock.instant();
        ObjectNode held = WireFormat.mapper().createObjectNode();
        held.put("$schema", config.schema().toString());
        held.put("account", account.value());
        held.put("at", at.toString());
        ArrayNode visits = held.putArray("visits");
        ArrayNode chats = held.putArray("chats");
        ArrayNode letters = held.putArray("letters");
        Map<ScopeId, Lookup> lookups = vault.lookupAll(found);
        try {
            lookups.forEach((scope, lookup) -> {
                ArrayNode list =
                        switch (scope.kind()) {
                            case VISIT -> visits;
                            case CHAT -> chats;
                            case LETTER, ERASURE -> letters;
                        };
                add(list, lookup, at);
            });
        } finally {
            // Those that were not come to, if one could not be read.
            lookups.values().forEach(SubjectAccess::close);
        }
        return held;
    }

    private static void close(Lookup lookup) {
        if (lookup instanceof Lookup.Open open) {
            open.cipher().close();
        }
    }

    private void add(ArrayNode list, Lookup lookup, Instant at) {
        switch (lookup) {
            case Lookup.Open(ScopeCipher cipher, Meta meta) -> list.add(contents(cipher, meta, at));
            case Lookup.Destroyed _ -> {}
            case Lookup.Unavailable(Unavailability reason) -> {
                if (reason != Unavailability.STORE_LOST) {
                    throw new Refusal(ErrorCode.UNAVAILABLE);
                }
            }
        }
    }

    /** Every slot of the catalogue in which something is sealed. */
    private ObjectNode contents(ScopeCipher cipher, Meta meta, Instant at) {
        ScopeId scope = cipher.scope();
        var contents = new ScopeContents(cipher, meta, around(scope, at));
        for (Slot<?> slot : Slots.of(scope.kind())) {
            if (slot.compartment().isPresent()) {
                read(slot, scope, meta, contents);
            }
        }
        return contents.json();
    }

    private Circumstances around(ScopeId scope, Instant at) {
        boolean isChat = scope.kind() == ScopeKind.CHAT;
        int operators = isChat ? vault.slots().count(scope, Slots.CHAT_OPERATORS) : 0;
        return new Circumstances(at, vault.slots().deadline(scope), operators);
    }

    private void read(Slot<?> slot, ScopeId scope, Meta meta, ScopeContents contents) {
        switch (slot.shape()) {
            case VALUE ->
                    vault.slots()
                            .get(scope, slot)
                            .ifPresent(sealed -> contents.value(slot, sealed));
            case FIELD ->
                    Optional.ofNullable(meta.fields().get(slot.name()))
                            .ifPresent(base64 -> contents.field(slot, base64));
            case LIST -> contents.log(slot, vault.slots().list(scope, slot, 0, -1));
            case HASH -> contents.entries(slot, vault.slots().entries(scope, slot));
            // The file itself is in an archive, or fetched at the file relay; here it is named.
            case STREAM -> {}
            case SET -> throw new IllegalStateException("nothing is sealed in a set");
        }
    }
}
