package org.lethe.privacy.vault;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.scope.Compartment;
import org.lethe.contracts.scope.Meta;
import org.lethe.contracts.scope.MetaField;
import org.lethe.privacy.hygiene.LiveCiphers;
import org.lethe.privacy.redis.KeyRecords;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.privacy.seal.AssociatedData;
import org.lethe.privacy.seal.DataKey;
import org.lethe.privacy.seal.KeyEncryption;
import org.lethe.privacy.seal.ScopeCipher;

/** Tells from what was found of a scope what became of it. */
final class ScopeReader {

    private final RedisStore store;
    private final KeyEncryption kek;
    private final LiveCiphers live;
    private final StoreEpochs epochs;

    ScopeReader(RedisStore store, KeyEncryption kek, LiveCiphers live, StoreEpochs epochs) {
        this.store = store;
        this.kek = kek;
        this.live = live;
        this.epochs = epochs;
    }

    static KeyRecords.Place place(ScopeId scope) {
        return new KeyRecords.Place(
                ScopeKeyNames.epoch(scope.shard()),
                ScopeKeyNames.meta(scope),
                ScopeKeyNames.slot(scope, Compartment.ADDRESS.slot()),
                ScopeKeyNames.slot(scope, Compartment.CONTENT.slot()));
    }

    Map<ScopeId, Lookup> lookupAll(List<ScopeId> ids) {
        return readAll(ids, this::read, new Lookup.Unavailable(Unavailability.STORE_AWAY));
    }

    /** Unwraps no key. */
    Map<ScopeId, Sighting> see(List<ScopeId> ids) {
        return readAll(ids, this::see, new Sighting.Unavailable(Unavailability.STORE_AWAY));
    }

    private <T> Map<ScopeId, T> readAll(
            List<ScopeId> ids, BiFunction<ScopeId, KeyRecords.Found, T> read, T away) {
        var all = new LinkedHashMap<ScopeId, T>();
        try {
            List<KeyRecords.Found> found =
                    store.keyRecords().read(ids.stream().map(ScopeReader::place).toList());
            for (int i = 0; i < ids.size(); i++) {
                all.put(ids.get(i), read.apply(ids.get(i), found.get(i)));
            }
        } catch (StoreUnavailableException e) {
            ids.forEach(id -> all.put(id, away));
        }
        return all;
    }

    private Lookup read(ScopeId scope, KeyRecords.Found found) {
        return switch (see(scope, found)) {
            case Sighting.Open(Meta meta) ->
                    found.content()
                            .flatMap(content -> cipher(scope, content, found.address()))
                            .<Lookup>map(cipher -> new Lookup.Open(cipher, meta))
                            .orElseGet(() -> new Lookup.Unavailable(Unavailability.KEY_UNREADABLE));
            case Sighting.Destroyed _ -> new Lookup.Destroyed();
            case Sighting.Unavailable(Unavailability reason) -> new Lookup.Unavailable(reason);
        };
    }

    private Sighting see(ScopeId scope, KeyRecords.Found found) {
        if (found.content().filter(ScopeReader::isRecord).isEmpty()) {
            return missing(scope, found);
        }
        Meta meta = new Meta(found.meta());
        return meta.has(MetaField.CREATED)
                ? new Sighting.Open(meta)
                : new Sighting.Unavailable(Unavailability.OPENING);
    }

    /** Empty if a record does not unwrap. */
    Optional<ScopeCipher> cipher(ScopeId scope, byte[] content, Optional<byte[]> address) {
        Optional<byte[]> contentKey = unwrap(scope, Compartment.CONTENT, content);
        Optional<byte[]> addressRecord = address.filter(ScopeReader::isRecord);
        Optional<byte[]> addressKey =
                addressRecord.flatMap(record -> unwrap(scope, Compartment.ADDRESS, record));
        if (contentKey.isEmpty() || (addressRecord.isPresent() && addressKey.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(cipher(scope, contentKey.get(), addressKey.orElse(null)));
    }

    ScopeCipher cipher(ScopeId scope, byte[] contentKey, byte @Nullable [] addressKey) {
        DataKey address = addressKey == null ? null : new DataKey(addressKey);
        return live.track(new ScopeCipher(scope, new DataKey(contentKey), address));
    }

    private Sighting missing(ScopeId scope, KeyRecords.Found found) {
        boolean sameStore = found.epoch().filter(scope.epoch()::equals).isPresent();
        if (sameStore) {
            return new Sighting.Destroyed();
        }
        if (!found.epoch().equals(Optional.of(epochs.of(scope.shard())))) {
            epochs.refreshSoon();
        }
        return new Sighting.Unavailable(Unavailability.STORE_LOST);
    }

    private Optional<byte[]> unwrap(ScopeId scope, Compartment compartment, byte[] record) {
        return kek.unwrap(record, AssociatedData.ofKey(scope, compartment));
    }

    // All zeros is a key that was destroyed but not unlinked.
    static boolean isRecord(byte[] record) {
        for (byte b : record) {
            if (b != 0) {
                return true;
            }
        }
        return false;
    }
}
