package org.lethe.privacy.vault;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lethe.contracts.event.Event;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.scope.MetaField;
import org.lethe.contracts.subject.Identifier;

/**
 * A scope to open.
 *
 * @param lifetime from opening or renewal to destruction, within the schedule
 * @param meta non-personal state: ids, codes, numbers; in clear in Redis
 * @param events told if and when the scope is opened
 * @param foundBy what {@link Vault#index} finds it by while it is open; the store gets keyed hashes
 */
public record NewScope(
        ScopeId id,
        AccountId account,
        Duration lifetime,
        Map<MetaField, String> meta,
        List<Event> events,
        Set<Identifier> foundBy) {

    public NewScope {
        meta = Map.copyOf(meta);
        events = List.copyOf(events);
        foundBy = Set.copyOf(foundBy);
    }

    /** One that nobody finds by what names a person. */
    public NewScope(
            ScopeId id,
            AccountId account,
            Duration lifetime,
            Map<MetaField, String> meta,
            List<Event> events) {
        this(id, account, lifetime, meta, events, Set.of());
    }
}
