package org.lethe.privacy.vault;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.scope.MetaField;
import org.lethe.contracts.scope.Shape;
import org.lethe.contracts.scope.Slot;
import org.lethe.privacy.redis.Keyspace;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.privacy.redis.script.ScriptCall;
import org.lethe.privacy.seal.Reading;
import org.lethe.privacy.seal.ScopeCipher;

/**
 * Reads and writes what scopes hold, slot by slot.
 *
 * <p>Blocks; throws {@link StoreUnavailableException} when the store can't be asked.
 */
public final class ScopeSlots {

    private final RedisStore store;

    ScopeSlots(RedisStore store) {
        this.store = store;
    }

    /** Reads the record of a slot that has one. */
    public <T> Reading<T> read(ScopeCipher cipher, Slot<T> slot) {
        return get(cipher.scope(), slot)
                .map(sealed -> cipher.open(slot, sealed))
                .orElseGet(Reading.Absent::new);
    }

    /** Reads one entry of a slot. */
    public <T> Reading<T> read(ScopeCipher cipher, Slot<T> slot, String entry) {
        return entry(cipher.scope(), slot, entry)
                .map(sealed -> cipher.open(slot.entry(entry), sealed))
                .orElseGet(Reading.Absent::new);
    }

    /** Seals a record and writes it with the scope's time to live; false if it is not open. */
    public <T> boolean write(ScopeCipher cipher, Slot<T> slot, T content) {
        return put(cipher.scope(), slot, cipher.seal(slot, content));
    }

    /** Writes what is sealed already; false if the scope is not open. */
    public boolean put(ScopeId scope, Slot<?> slot, byte[] sealed) {
        checked(scope, slot);
        return store.run(ScriptCall.on(VaultScripts.PUT, scope, slot.name(), sealed)).number() == 1;
    }

    /** What is sealed in a slot. */
    public Optional<byte[]> get(ScopeId scope, Slot<?> slot) {
        return store.keyspace().get(key(scope, slot));
    }

    /** What is sealed in these slots of many scopes, in one round trip and in their order. */
    public List<Map<Slot<?>, byte[]>> getAll(
            Collection<? extends ScopeId> scopes, Slot<?>... slots) {
        var keys = new ArrayList<String>(scopes.size() * slots.length);
        for (ScopeId scope : scopes) {
            for (Slot<?> slot : slots) {
                keys.add(key(scope, slot));
            }
        }
        List<Optional<byte[]>> values = store.keyspace().getAll(keys);
        var found = new ArrayList<Map<Slot<?>, byte[]>>(scopes.size());
        for (int at = 0; at < values.size(); at += slots.length) {
            var sealed = new HashMap<Slot<?>, byte[]>();
            for (int i = 0; i < slots.length; i++) {
                Slot<?> slot = slots[i];
                values.get(at + i).ifPresent(value -> sealed.put(slot, value));
            }
            found.add(sealed);
        }
        return found;
    }

    /** What is sealed in these slots, and the first entries of a list; in one round trip. */
    public Contents contents(ScopeId scope, List<Slot<?>> slots, Slot<?> list, int most) {
        List<String> keys = slots.stream().map(slot -> key(scope, slot)).toList();
        Keyspace.Beginning found = store.keyspace().beginning(keys, key(scope, list), most);
        var records = new HashMap<Slot<?>, byte[]>();
        for (int i = 0; i < slots.size(); i++) {
            Slot<?> slot = slots.get(i);
            found.values().get(i).ifPresent(sealed -> records.put(slot, sealed));
        }
        return new Contents(records, found.items());
    }

    /** Entries of a list by their places, from 0; -1 is the last. */
    public List<byte[]> list(ScopeId scope, Slot<?> slot, long from, long to) {
        return store.keyspace().list(key(scope, slot), from, to);
    }

    public Optional<byte[]> entry(ScopeId scope, Slot<?> slot, String entry) {
        return store.keyspace().hashField(key(scope, slot), entry);
    }

    public Map<String, byte[]> entries(ScopeId scope, Slot<?> slot) {
        return store.keyspace().hash(key(scope, slot));
    }

    /** How many entries a slot that is a hash has, or members one that is a set. */
    public int count(ScopeId scope, Slot<?> slot) {
        String key = key(scope, slot);
        return slot.shape() == Shape.SET
                ? store.keyspace().setSize(key)
                : store.keyspace().hashSize(key);
    }

    /** When a scope is destroyed unless it is renewed or ends before; empty if it is not open. */
    public Optional<Instant> deadline(ScopeId scope) {
        return store.keyspace()
                .score(
                        ScopeKeyNames.deadlines(scope.shard()),
                        scope.value().getBytes(StandardCharsets.UTF_8))
                .map(millis -> Instant.ofEpochMilli(millis.longValue()));
    }

    /** Whether a slot that is a set has a member. */
    public boolean contains(ScopeId scope, Slot<?> slot, String member) {
        return store.keyspace().isMember(key(scope, slot), member.getBytes(StandardCharsets.UTF_8));
    }

    /** A field of the scope's state. */
    public Optional<String> field(ScopeId scope, MetaField field) {
        return store.keyspace()
                .hashField(ScopeKeyNames.meta(scope), field.code())
                .map(ScopeSlots::text);
    }

    /** The states of many scopes, in one round trip; of those that have none, nothing. */
    public <S extends ScopeId> Map<S, Map<String, String>> states(Collection<S> scopes) {
        List<S> ids = List.copyOf(scopes);
        List<Map<String, byte[]>> hashes =
                store.keyspace().hashes(ids.stream().map(ScopeKeyNames::meta).toList());
        var states = new LinkedHashMap<S, Map<String, String>>();
        for (int i = 0; i < ids.size(); i++) {
            var fields = new HashMap<String, String>();
            hashes.get(i).forEach((name, value) -> fields.put(name, text(value)));
            if (!fields.isEmpty()) {
                states.put(ids.get(i), fields);
            }
        }
        return states;
    }

    private static String key(ScopeId scope, Slot<?> slot) {
        return ScopeKeyNames.slot(scope, checked(scope, slot).name());
    }

    private static Slot<?> checked(ScopeId scope, Slot<?> slot) {
        if (slot.kind() != scope.kind() || !slot.shape().isKey()) {
            throw new IllegalArgumentException("no slot of such a scope: " + slot);
        }
        return slot;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /**
     * Of a scope.
     *
     * @param records those that there are
     * @param entries the first ones of a list
     */
    public record Contents(Map<Slot<?>, byte[]> records, List<byte[]> entries) {

        public Optional<byte[]> record(Slot<?> slot) {
            return Optional.ofNullable(records.get(slot));
        }
    }
}
