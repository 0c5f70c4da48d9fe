package org.lethe.contracts.scope;

import java.util.Map;
import java.util.Optional;

/**
 * The state of a scope that is not sealed: ids, counts, times and codes.
 *
 * @param fields by their names in the store
 */
public record Meta(Map<String, String> fields) {

    public Meta {
        fields = Map.copyOf(fields);
    }

    public Optional<String> get(MetaField field) {
        return Optional.ofNullable(fields.get(field.code()));
    }

    public boolean has(MetaField field) {
        return fields.containsKey(field.code());
    }
}
