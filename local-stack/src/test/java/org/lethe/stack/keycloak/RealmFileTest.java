package org.lethe.stack.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class RealmFileTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void keepsDemoPeopleAndPasswordSignInOutOfTheRealmThatIsInstalledElsewhere()
            throws IOException {
        JsonNode realm =
                JSON.readTree(RealmFileTest.class.getResource("/keycloak/lethe-realm.json"));

        assertThat(realm.get("users").findValuesAsText("username"))
                .containsExactly("service-account-lethe-staff");
        assertThat(realm.has("organizations")).isFalse();
        assertThat(realm.findValues("directAccessGrantsEnabled"))
                .allMatch(enabled -> !enabled.booleanValue());
        assertThat(client(realm, "lethe-staff").get("secret").textValue())
                .isEqualTo("${LETHE_STAFF_SECRET}");
    }

    @Test
    void addsTheDemoAccountsHere() throws IOException {
        JsonNode realm = JSON.readTree(RealmFile.local());

        assertThat(realm.get("organizations").findValuesAsText("alias"))
                .containsExactly("acme", "globex");
        assertThat(realm.get("users")).hasSize(7);
        assertThat(client(realm, "lethe-console").get("directAccessGrantsEnabled").booleanValue())
                .isTrue();
        assertThat(client(realm, "lethe-console").at("/attributes/pkce.code.challenge.method"))
                .hasToString("\"S256\"");
    }

    private static JsonNode client(JsonNode realm, String id) {
        return StreamSupport.stream(realm.get("clients").spliterator(), false)
                .filter(client -> client.get("clientId").textValue().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
