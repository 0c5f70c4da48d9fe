package org.lethe.stack.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.lethe.stack.layout.StackPaths;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class RealmFileTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void keepsDemoPeopleAndPasswordSignInOutOfTheRealmThatIsInstalledElsewhere()
            throws IOException {
        JsonNode realm = realmOfTheStack();

        assertThat(realm.get("users").findValuesAsText("username"))
                .containsExactly("service-account-lethe-staff");
        assertThat(realm.has("organizations")).isFalse();
        assertThat(realm.findValues("directAccessGrantsEnabled"))
                .allMatch(enabled -> !enabled.booleanValue());
        assertThat(client(realm, "lethe-staff").get("secret").textValue())
                .isEqualTo("${LETHE_STAFF_SECRET}");
    }

    @Test
    void isTheRealmOfTheClusterButForTheAddresses() throws IOException {
        JsonNode here = realmOfTheStack();
        JsonNode there = realmOfTheCluster();

        assertThat(client(there, "lethe-console").get("redirectUris").get(0).textValue())
                .startsWith("https://");
        assertThat(withoutAddresses(there)).isEqualTo(withoutAddresses(here));
    }

    @Test
    void addsTheDemoAccountsHere() throws IOException {
        JsonNode realm = JSON.readTree(RealmFile.local());

        assertThat(realm.get("organizations").findValuesAsText("alias"))
                .containsExactly("acme", "globex");
        assertThat(realm.get("users")).hasSize(11);
        assertThat(client(realm, "lethe-console").get("directAccessGrantsEnabled").booleanValue())
                .isTrue();
        assertThat(client(realm, "lethe-console").at("/attributes/pkce.code.challenge.method"))
                .hasToString("\"S256\"");
    }

    /** Whoever signs in may be of no account, of one, or of several. */
    @Test
    void hasPeopleOfEachKind() throws IOException {
        JsonNode realm = JSON.readTree(RealmFile.local());

        assertThat(accountsOf(realm, "petra@acme.example")).containsExactly("acme");
        assertThat(accountsOf(realm, "olga@privacy.example")).containsExactly("acme", "globex");
        assertThat(accountsOf(realm, "sara@lethe.example")).isEmpty();
        assertThat(client(realm, RealmTokens.PROGRAM).at("/protocolMappers/0/config/claim.value"))
                .hasToString("\"[\\\"acme\\\"]\"");
    }

    private static List<String> accountsOf(JsonNode realm, String person) {
        return StreamSupport.stream(realm.get("organizations").spliterator(), false)
                .filter(account ->
                        account.get("members").findValuesAsText("username").contains(person))
                .map(account -> account.get("alias").textValue())
                .toList();
    }

    private static JsonNode realmOfTheStack() throws IOException {
        try (InputStream realm =
                RealmFileTest.class.getResourceAsStream("/keycloak/lethe-realm.json")) {
            return JSON.readTree(realm);
        }
    }

    private static JsonNode realmOfTheCluster() throws IOException {
        Path file = StackPaths.find().root().resolve("k8s/base/keycloak/realm.yaml");
        try (Reader manifest = Files.newBufferedReader(file)) {
            Object parsed = new Yaml(new SafeConstructor(new LoaderOptions())).load(manifest);
            return JSON.valueToTree(parsed).at("/spec/realm");
        }
    }

    private static JsonNode withoutAddresses(JsonNode realm) {
        var console = (ObjectNode) client(realm, "lethe-console");
        console.remove(List.of("redirectUris", "webOrigins"));
        ((ObjectNode) console.get("attributes")).remove("post.logout.redirect.uris");
        return realm;
    }

    private static JsonNode client(JsonNode realm, String id) {
        return StreamSupport.stream(realm.get("clients").spliterator(), false)
                .filter(client -> client.get("clientId").textValue().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
