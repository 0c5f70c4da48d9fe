package org.lethe.chat.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.contracts.scope.Compartment;
import org.lethe.contracts.scope.Slots;
import org.lethe.privacy.seal.Unsealed;
import org.lethe.privacy.vault.Lookup;
import org.lethe.privacy.vault.Vault;
import org.lethe.stack.fixture.LetheInfrastructure;

@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class OfflineIT {
    private static final String FROM = "81.2.69.142";

    @Inject Site site;
    @Inject Vault vault;

    private final String id = UUID.randomUUID().toString();

    @BeforeEach
    void settings() {
        site.settings(
                Map.of(
                        "offline",
                        Map.of("recipients", List.of("a@acme.example", "b@acme.example"))));
        vault.destroyAll(letters(), DestroyReason.REVOKED);
    }

    @Test
    void becomesALetterForEachRecipientOnce() {
        leave(Map.of()).statusCode(202);
        leave(Map.of()).statusCode(202);

        List<ScopeId> letters = letters();
        assertThat(letters).hasSize(2);
        List<String> bodies = letters.stream().map(it -> open(it, Compartment.CONTENT)).toList();
        assertThat(bodies).allMatch(body -> body.contains("Please call me"));
        assertThat(bodies).anyMatch(body -> body.contains("a@acme.example"));
        assertThat(bodies).anyMatch(body -> body.contains("b@acme.example"));
        assertThat(open(letters.getFirst(), Compartment.ADDRESS)).contains(FROM);
    }

    @Test
    void isNotMadeAgainAfterItWasSent() {
        leave(Map.of()).statusCode(202);
        vault.destroyAll(letters(), DestroyReason.DISPATCHED);
        leave(Map.of()).statusCode(202);

        assertThat(letters()).isEmpty();
    }

    @Test
    void carriesNoAddressWhenTheAccountRemovesIt() {
        site.settings(Map.of("removeAddress", true));
        leave(Map.of()).statusCode(202);

        assertThat(vault.slots().get(letters().getFirst(), Slots.LETTER_ADDRESS)).isEmpty();
    }

    @Test
    void isRefusedWithoutConsentPageOrRecipient() {
        var withoutConsent = new HashMap<String, Object>();
        withoutConsent.put("consent", null);
        leave(withoutConsent).statusCode(422).body("code", equalTo("consent-missing"));
        leave(Map.of("email", "nobody")).statusCode(400);
        given().contentType(ContentType.JSON)
                .body(body(Map.of()))
                .post("/v1/offline-messages")
                .then()
                .statusCode(403);
        given().contentType(ContentType.JSON)
                .header("Origin", "https://elsewhere.example")
                .body(body(Map.of()))
                .post("/v1/offline-messages")
                .then()
                .statusCode(403);
        site.settings(Map.of("offline", Map.of("recipients", List.of())));
        leave(Map.of()).statusCode(409);
        assertThat(letters()).isEmpty();
    }

    private ValidatableResponse leave(Map<String, Object> changes) {
        return given().contentType(ContentType.JSON)
                .header("Origin", Site.ORIGIN)
                .header("X-Forwarded-For", FROM)
                .body(body(changes))
                .post("/v1/offline-messages")
                .then();
    }

    private Map<String, Object> body(Map<String, Object> changes) {
        var body = new HashMap<String, Object>();
        body.put("account", "acme");
        body.put("id", id);
        body.put("name", "Olga Offline");
        body.put("email", "olga@mail.example");
        body.put("message", "Please call me");
        body.put("consent", Map.of("text", "I agree", "at", "2026-01-01T10:00:00Z"));
        body.putAll(changes);
        return body;
    }

    private List<ScopeId> letters() {
        return new ArrayList<>(vault.openScopes(ScopeKind.LETTER, Site.ACME));
    }

    private String open(ScopeId letter, Compartment compartment) {
        boolean content = compartment == Compartment.CONTENT;
        if (!(vault.lookup(letter) instanceof Lookup.Open(var cipher, var meta))) {
            throw new AssertionError("no letter");
        }
        byte[] sealed =
                vault.slots()
                        .get(letter, content ? Slots.LETTER_BODY : Slots.LETTER_ADDRESS)
                        .orElseThrow();
        if (!(cipher.unseal(compartment, content ? "letter" : "addr", sealed)
                instanceof Unsealed.Clear(byte[] clear))) {
            throw new AssertionError("not to be opened");
        }
        return new String(clear, StandardCharsets.UTF_8);
    }
}
