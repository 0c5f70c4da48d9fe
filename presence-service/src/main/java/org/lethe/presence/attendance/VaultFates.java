package org.lethe.presence.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.VisitId;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.privacy.vault.Lookup;
import org.lethe.privacy.vault.Unavailability;
import org.lethe.privacy.vault.Vault;

/** Asks the vault what became of visits. */
@ApplicationScoped
class VaultFates {

    private static final int PORTION = 200;

    private final Vault vault;

    VaultFates(Vault vault) {
        this.vault = vault;
    }

    /** The fate of each visit; never fails. */
    Map<VisitId, Fate> of(Collection<VisitId> visits) {
        Map<VisitId, Fate> fates = new HashMap<>();
        visits.stream()
                .gather(Gatherers.windowFixed(PORTION))
                .forEach(portion -> ask(portion, fates));
        return fates;
    }

    private void ask(List<VisitId> visits, Map<VisitId, Fate> fates) {
        Map<ScopeId, Lookup> lookups = vault.lookupAll(visits);
        Lookup unknown = new Lookup.Unavailable(Unavailability.STORE_AWAY);
        visits.forEach(visit -> fates.put(visit, fate(lookups.getOrDefault(visit, unknown))));
    }

    private static Fate fate(Lookup lookup) {
        return switch (lookup) {
            case Lookup.Open(ScopeCipher cipher, Map<String, String> meta) -> {
                cipher.close();
                yield Fate.OPEN;
            }
            case Lookup.Destroyed destroyed -> Fate.DESTROYED;
            case Lookup.Unavailable(Unavailability reason) ->
                    reason == Unavailability.STORE_LOST ? Fate.LOST : Fate.UNKNOWN;
        };
    }
}
