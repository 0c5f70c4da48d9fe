package org.lethe.stack.keys;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lethe.contracts.WireFormat;
import org.lethe.privacy.seal.KeyId;
import org.lethe.privacy.seal.KeyIds;

/**
 * What one process of a service says of its keys.
 *
 * @param name for a person
 * @param files which keys it works with, by the file that it read them from; what it has not read
 *     yet it reads as it is then
 * @param older how many records it has counted under older key-encryption keys, by their kind
 */
record ProcessKeys(String name, Map<String, KeyIds> files, Map<String, Integer> older) {

    private static final String PRIMARY = ":primary";
    private static final String OLDER = "older:";

    ProcessKeys {
        files = Map.copyOf(files);
        older = Map.copyOf(older);
    }

    /**
     * Reads the answer to {@code /q/health/ready}, whether it is ready or not.
     *
     * @throws KeysRefusedException if it says nothing of keys
     */
    static ProcessKeys read(String name, String readiness) {
        JsonNode data = data(name, readiness);
        var files = new TreeMap<String, KeyIds>();
        var older = new TreeMap<String, Integer>();
        data.properties()
                .forEach(each -> {
                    String key = each.getKey();
                    if (key.endsWith(PRIMARY)) {
                        String file = key.substring(0, key.length() - PRIMARY.length());
                        files.put(file, new KeyIds(id(each.getValue().asText()), ids(data, file)));
                    } else if (key.startsWith(OLDER)) {
                        older.put(key.substring(OLDER.length()), each.getValue().asInt());
                    }
                });
        return new ProcessKeys(name, files, older);
    }

    private static JsonNode data(String name, String readiness) {
        try {
            for (JsonNode check : WireFormat.mapper().readTree(readiness).path("checks")) {
                if (check.path("name").asText().equals("keys")) {
                    return check.path("data");
                }
            }
        } catch (JsonProcessingException e) {
            // What is no JSON says nothing of keys either.
        }
        throw new KeysRefusedException(
                name
                        + " says nothing of its keys; it is none of the suite, or of a version before");
    }

    private static List<KeyId> ids(JsonNode data, String file) {
        return Arrays.stream(data.path(file).asText().split(" ", -1)).map(ProcessKeys::id).toList();
    }

    private static KeyId id(String text) {
        return new KeyId(Long.parseLong(text, 10));
    }
}
