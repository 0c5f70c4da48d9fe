package org.lethe.presence.visit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.VisitId;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.privacy.vault.Lookup;
import org.lethe.privacy.vault.ScopeKeyNames;
import org.lethe.privacy.vault.Unavailability;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.problem.Refusal;

/** Reads many visits in two round trips: one for keys and state, one for what is sealed. */
@ApplicationScoped
class VisitReader {

    private final Vault vault;
    private final RedisStore redis;

    VisitReader(Vault vault, RedisStore redis) {
        this.vault = vault;
        this.redis = redis;
    }

    /** Those of the visits that are open and readable. */
    Map<VisitId, StoredVisit> read(Collection<VisitId> visits) {
        List<VisitId> ids = visits.stream().distinct().toList();
        Map<VisitId, StoredVisit> found = new LinkedHashMap<>();
        if (ids.isEmpty()) {
            return found;
        }
        Map<?, Lookup> lookups = vault.lookupAll(ids);
        try {
            List<Optional<byte[]>> values = redis.getAll(keys(ids));
            for (int at = 0; at < ids.size(); at++) {
                Sealed sealed = new Sealed(ids.get(at), values.get(2 * at), values.get(2 * at + 1));
                unseal(sealed, lookups.get(sealed.visit))
                        .ifPresent(stored -> found.put(stored.visit(), stored));
            }
            return found;
        } finally {
            // Also those that were not come to, because one before them failed.
            lookups.values().forEach(VisitReader::forget);
        }
    }

    private record Sealed(VisitId visit, Optional<byte[]> view, Optional<byte[]> address) {}

    private static List<String> keys(List<VisitId> visits) {
        List<String> keys = new ArrayList<>(visits.size() * 2);
        for (VisitId visit : visits) {
            keys.add(ScopeKeyNames.slot(visit, VisitJson.VIEW.slot()));
            keys.add(ScopeKeyNames.slot(visit, VisitJson.ADDRESS.slot()));
        }
        return keys;
    }

    private static Optional<StoredVisit> unseal(Sealed sealed, @Nullable Lookup lookup) {
        return switch (lookup) {
            case Lookup.Open(ScopeCipher cipher, Map<String, String> meta) -> {
                try (cipher) {
                    yield unseal(sealed, cipher, new VisitMeta(meta));
                }
            }
            case Lookup.Destroyed destroyed -> Optional.empty();
            case Lookup.Unavailable(Unavailability reason) -> unavailable(reason);
            case null -> Optional.empty();
        };
    }

    /** One visit that can't be read must not keep the others from being shown. */
    private static Optional<StoredVisit> unavailable(Unavailability reason) {
        return switch (reason) {
            case STORE_LOST, KEY_UNREADABLE, OPENING -> Optional.empty();
            // Not to be taken for destroyed.
            case STORE_AWAY, NOT_REPLICATED -> throw new Refusal(ErrorCode.UNAVAILABLE);
        };
    }

    private static void forget(Lookup lookup) {
        if (lookup instanceof Lookup.Open(ScopeCipher cipher, Map<String, String> meta)) {
            cipher.close();
        }
    }

    private static Optional<StoredVisit> unseal(Sealed sealed, ScopeCipher cipher, VisitMeta meta) {
        Optional<AddressDocument> address =
                sealed.address.flatMap(
                        bytes -> VisitJson.ADDRESS.unseal(cipher, bytes, AddressDocument.class));
        return sealed.view
                .flatMap(bytes -> VisitJson.VIEW.unseal(cipher, bytes, VisitDocument.class))
                .map(document ->
                        new StoredVisit(
                                sealed.visit,
                                meta.account(),
                                document,
                                address,
                                meta.isLeaving(),
                                meta.chat(),
                                meta.operator()));
    }
}
