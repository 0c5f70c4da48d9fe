package org.lethe.acceptance.forensics;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.lethe.stack.layout.StackState;

/** Which keys Redis holds while a suite works. */
public final class HeldKeys implements AutoCloseable {
    private static final Pattern LETTER_KEY = Pattern.compile("\\{s\\d+}:l\\S+:kc");

    private final RedisKeys redis;

    public HeldKeys(StackState suite) {
        redis = new RedisKeys(suite.redis());
    }

    /** Contents of the address compartment that are kept of these scopes. */
    public List<String> addressesKeptOf(Collection<String> scopes) {
        return redis.dump().keySet().stream()
                .filter(key -> scopes.stream().anyMatch(key::contains))
                .filter(key -> key.endsWith(":addr"))
                .toList();
    }

    /** How many letters are held, waiting for their mail server. */
    public long waitingLetters() {
        return redis.dump().keySet().stream()
                .filter(key -> LETTER_KEY.matcher(key).matches())
                .count();
    }

    @Override
    public void close() {
        redis.close();
    }
}
