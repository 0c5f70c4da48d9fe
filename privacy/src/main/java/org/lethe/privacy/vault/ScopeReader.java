package org.lethe.privacy.vault;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.scope.Compartment;
import org.lethe.contracts.scope.Meta;
import org.lethe.contracts.scope.MetaField;
import org.lethe.privacy.hygiene.LiveCiphers;
import org.lethe.privacy.redis.KeyRecords;
import org.lethe.privacy.seal.AssociatedData;
import org.lethe.privacy.seal.DataKey;
import org.lethe.privacy.seal.KeyEncryption;
import org.lethe.privacy.seal.ScopeCipher;

/** Tells from what was found of a scope what became of it. */
final class ScopeReader {

    private final KeyEncryption kek;
    private final LiveCiphers live;
    private final StoreEpochs epochs;

    ScopeReader(KeyEncryption kek, LiveCiphers live, StoreEpochs epochs) {
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

    Lookup read(ScopeId scope, KeyRecords.Found found) {
        Optional<byte[]> content = found.content().filter(ScopeReader::isRecord);
        if (content.isEmpty()) {
            return missing(scope, found);
        }
        Meta meta = new Meta(found.meta());
        if (!meta.has(MetaField.CREATED)) {
            return new Lookup.Unavailable(Unavailability.OPENING);
        }
        return cipher(scope, content.get(), found.address())
                .<Lookup>map(cipher -> new Lookup.Open(cipher, meta))
                .orElseGet(() -> new Lookup.Unavailable(Unavailability.KEY_UNREADABLE));
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

    private Lookup missing(ScopeId scope, KeyRecords.Found found) {
        boolean sameStore = found.epoch().filter(scope.epoch()::equals).isPresent();
        if (sameStore) {
            return new Lookup.Destroyed();
        }
        if (!found.epoch().equals(Optional.of(epochs.of(scope.shard())))) {
            epochs.refreshSoon();
        }
        return new Lookup.Unavailable(Unavailability.STORE_LOST);
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
