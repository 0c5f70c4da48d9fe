package org.lethe.privacy.seal;

import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which keys a keyset has, and nothing of the keys themselves.
 *
 * @param primary makes what is new
 * @param all that are in use, in the order in which they were added
 */
public record KeyIds(KeyId primary, List<KeyId> all) {

    public KeyIds {
        all = List.copyOf(all);
        if (!all.contains(primary)) {
            throw new IllegalArgumentException("a primary that is not in use");
        }
    }

    public static KeyIds of(KeysetHandle keyset) {
        return new KeyIds(
                KeyId.of(keyset.getPrimary().getId()),
                IntStream.range(0, keyset.size())
                        .mapToObj(keyset::getAt)
                        .filter(entry -> entry.getStatus() == KeyStatus.ENABLED)
                        .map(entry -> KeyId.of(entry.getId()))
                        .toList());
    }

    /**
     * Those that the primary has taken the place of. One behind it is none of them: it was added,
     * and is to be the primary once every process has it.
     */
    public List<KeyId> older() {
        return all.subList(0, all.indexOf(primary));
    }

    /** The one that was added last. */
    public KeyId newest() {
        return all.getLast();
    }
}
