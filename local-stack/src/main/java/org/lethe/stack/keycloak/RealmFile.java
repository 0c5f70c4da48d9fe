package org.lethe.stack.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.lethe.stack.process.Resource;

/**
 * The realm as it is imported here: the suite's realm, which any installation uses, and the demo
 * accounts, their people, and sign-in by password for tests, which belong to this machine only.
 */
final class RealmFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private RealmFile() {}

    /** The realm with the demo accounts, as JSON; the secret is still a placeholder. */
    static String local() throws IOException {
        ObjectNode realm = read("/keycloak/lethe-realm.json");
        ObjectNode demo = read("/keycloak/demo.json");
        realm.withArray("users").addAll((ArrayNode) demo.get("users"));
        realm.set("organizations", demo.get("organizations"));
        for (JsonNode change : demo.get("clients")) {
            client(realm, change.get("clientId").textValue()).setAll((ObjectNode) change);
        }
        return JSON.writeValueAsString(realm);
    }

    /** The client of that id; a new one if the suite's realm has none. */
    private static ObjectNode client(ObjectNode realm, String id) {
        for (JsonNode client : realm.get("clients")) {
            if (client.get("clientId").textValue().equals(id)) {
                return (ObjectNode) client;
            }
        }
        return realm.withArray("clients").addObject();
    }

    private static ObjectNode read(String resource) throws IOException {
        return (ObjectNode) JSON.readTree(Resource.bytes(resource));
    }
}
