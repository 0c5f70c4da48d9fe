package org.lethe.presence.visit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.scope.Meta;
import org.lethe.contracts.scope.Slot;
import org.lethe.contracts.scope.Slots;
import org.lethe.contracts.scope.Whereabouts;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.privacy.vault.Lookup;
import org.lethe.privacy.vault.Unavailability;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.problem.Refusal;

/** Reads many visits in two round trips: one for keys and state, one for what is sealed. */
@ApplicationScoped
class VisitReader {

    private final Vault vault;

    VisitReader(Vault vault) {
        this.vault = vault;
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
            List<Map<Slot<?>, byte[]>> values =
                    vault.slots().getAll(ids, Slots.VISIT_VIEW, Slots.VISIT_ADDRESS);
            for (int at = 0; at < ids.size(); at++) {
                Sealed sealed =
                        new Sealed(
                                ids.get(at),
                                Optional.ofNullable(values.get(at).get(Slots.VISIT_VIEW)),
                                Optional.ofNullable(values.get(at).get(Slots.VISIT_ADDRESS)));
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

    private static Optional<StoredVisit> unseal(Sealed sealed, @Nullable Lookup lookup) {
        return switch (lookup) {
            case Lookup.Open(ScopeCipher cipher, Meta meta) -> {
                try (cipher) {
                    yield unseal(sealed, cipher, new VisitMeta(meta));
                }
            }
            case Lookup.Destroyed _ -> Optional.empty();
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
        if (lookup instanceof Lookup.Open(ScopeCipher cipher, _)) {
            cipher.close();
        }
    }

    private static Optional<StoredVisit> unseal(Sealed sealed, ScopeCipher cipher, VisitMeta meta) {
        Optional<Whereabouts> address =
                sealed.address.flatMap(bytes -> cipher.open(Slots.VISIT_ADDRESS, bytes).held());
        return sealed.view
                .flatMap(bytes -> cipher.open(Slots.VISIT_VIEW, bytes).held())
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
