package org.lethe.privacy.seal;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.WireFormat;

/**
 * Since when keys are what they are, in a file beside the keysets: Tink keeps no dates. Services do
 * not read it.
 */
public final class KeyDates {

    public static final String FILE = "key-dates.json";

    private final Path file;
    private final Map<KeySet, Map<Long, Dates>> dates;

    private KeyDates(Path file, Map<KeySet, Map<Long, Dates>> dates) {
        this.file = file;
        this.dates = dates;
    }

    public static KeyDates in(Path folder) {
        Path file = folder.resolve(FILE);
        var dates = new TreeMap<KeySet, Map<Long, Dates>>();
        try {
            if (Files.exists(file)) {
                dates.putAll(
                        WireFormat.mapper()
                                .readValue(
                                        Files.readString(file),
                                        new TypeReference<Map<KeySet, Map<Long, Dates>>>() {}));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the dates of keys can't be read", e);
        }
        return new KeyDates(file, dates);
    }

    /** Empty for a key that was made with its keyset, or by other means. */
    public Optional<Instant> made(KeySet set, KeyId key) {
        return of(set, key).map(Dates::made);
    }

    /** Since when every process makes what is new by this key; empty if that was never seen. */
    public Optional<Instant> inUse(KeySet set, KeyId key) {
        return of(set, key).map(Dates::inUse);
    }

    public void noteMade(KeySet set, KeyId key, Instant when) {
        note(set, key, new Dates(when, null));
    }

    /** Notes it, unless it was noted before. */
    public void noteInUse(KeySet set, KeyId key, Instant when) {
        if (inUse(set, key).isEmpty()) {
            note(set, key, new Dates(made(set, key).orElse(null), when));
        }
    }

    private void note(KeySet set, KeyId key, Dates noted) {
        dates.computeIfAbsent(set, _ -> new TreeMap<>()).put(key.number(), noted);
        try {
            SecretFiles.writePrivate(file, WireFormat.mapper().writeValueAsString(dates));
        } catch (IOException e) {
            throw new UncheckedIOException("the dates of keys can't be written", e);
        }
    }

    private Optional<Dates> of(KeySet set, KeyId key) {
        return Optional.ofNullable(dates.getOrDefault(set, Map.of()).get(key.number()));
    }

    record Dates(@Nullable Instant made, @Nullable Instant inUse) {}
}
