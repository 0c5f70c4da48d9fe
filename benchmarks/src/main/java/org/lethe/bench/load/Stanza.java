package org.lethe.bench.load;

import java.util.Map;
import java.util.Optional;

/**
 * What an XMPP server says at a time, such as a message.
 *
 * @param name without its namespace: what is read here goes by one name in none but one
 * @param texts of the first element at each path of names, {@code message/body} for one
 */
record Stanza(String name, Map<String, String> texts) {

    Stanza {
        texts = Map.copyOf(texts);
    }

    boolean has(String path) {
        return texts.containsKey(path);
    }

    Optional<String> text(String path) {
        return Optional.ofNullable(texts.get(path));
    }
}
