package org.lethe.acceptance.forensics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an attacker with a copy of every store kept from during life: every ciphertext with its
 * place.
 */
final class Recording {
    static final Pattern SCOPE = Pattern.compile("[vcle][0-6][0-9]-[0-9a-z]{4}-[0-9a-z]{26}");

    private static final int LONGEST_LINE = 256;

    private final Map<String, Sealed> ciphertexts = new LinkedHashMap<>();
    private final Set<String> before;
    private final Set<String> scopes = new HashSet<>();

    /**
     * @param scope the scope's id, as it stands in the name of the key or file
     */
    record Sealed(String scope, String part, byte[] bytes) {}

    /**
     * @param before scopes that are somebody else's
     */
    Recording(Collection<String> before) {
        this.before = Set.copyOf(before);
    }

    /** What a scope is, by the first letter of its id. */
    static String kindOf(String scope) {
        return switch (scope.charAt(0)) {
            case 'v' -> "visit";
            case 'c' -> "chat";
            case 'l' -> "letter";
            default -> "erasure";
        };
    }

    /** The scopes that stores hold something of, by the names of keys and files. */
    static Set<String> scopesIn(List<Place> stores) {
        Set<String> scopes = new HashSet<>();
        try {
            for (Place store : stores) {
                store.read((part, content) ->
                        SCOPE.matcher(part).results().forEach(scope -> scopes.add(scope.group())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return scopes;
    }

    void take(List<Place> stores) {
        try {
            for (Place store : stores) {
                store.read((part, content) -> {
                    Matcher scope = SCOPE.matcher(part);
                    if (scope.find() && !before.contains(scope.group()) && !Place.isName(part)) {
                        keep(scope.group(), part, content.readAllBytes());
                    }
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keep(String scope, String part, byte[] value) {
        scopes.add(scope);
        for (byte[] sealed : wrappings(value)) {
            if (sealed.length > 28) {
                ciphertexts.put(
                        part + HexFormat.of().formatHex(sealed, 0, 28),
                        new Sealed(scope, part, sealed));
            }
        }
    }

    /**
     * The value, and what an attacker who knows the code takes out of it: a chat's log has a line
     * of author and time before each sealed message, and some fields are sealed as base64.
     */
    private static List<byte[]> wrappings(byte[] value) {
        List<byte[]> forms = new ArrayList<>(List.of(value));
        for (int at = 0; at < Math.min(value.length, LONGEST_LINE); at++) {
            if (value[at] == '\n') {
                forms.add(Arrays.copyOfRange(value, at + 1, value.length));
                break;
            }
        }
        try {
            forms.add(Base64.getDecoder().decode(value));
        } catch (IllegalArgumentException e) {
            // Most values are no base64.
            return forms;
        }
        return forms;
    }

    Collection<Sealed> ciphertexts() {
        return ciphertexts.values();
    }

    /** Every scope of which something was recorded: visits, chats, letters, erasures. */
    Set<String> scopes() {
        return Set.copyOf(scopes);
    }
}
