package org.lethe.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** An enum whose constants have a name on the wire, which Jackson reads them by, too. */
public interface Coded {

    /** The stable name on the wire, such as {@code token-missing}. */
    @JsonValue
    default String code() {
        return WireFormat.name((Enum<?>) this);
    }

    static <E extends Enum<E> & Coded> Optional<E> find(Class<E> type, String code) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.code().equals(code))
                .findFirst();
    }

    static <E extends Enum<E> & Coded> E of(Class<E> type, String code) {
        return find(type, code)
                .orElseThrow(() -> new IllegalArgumentException("unknown " + type.getSimpleName()));
    }
}
