package org.lethe.privacy.vault;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.lethe.contracts.event.Event;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.scope.MetaField;

/**
 * A scope to open.
 *
 * @param lifetime from opening or renewal to destruction, within the schedule
 * @param meta non-personal state: ids, codes, numbers; in clear in Redis
 * @param events told if and when the scope is opened
 */
public record NewScope(
        ScopeId id,
        AccountId account,
        Duration lifetime,
        Map<MetaField, String> meta,
        List<Event> events) {

    public NewScope {
        meta = Map.copyOf(meta);
        events = List.copyOf(events);
    }
}
