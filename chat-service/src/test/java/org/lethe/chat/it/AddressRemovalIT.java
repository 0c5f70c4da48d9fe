package org.lethe.chat.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.contracts.scope.Compartment;
import org.lethe.contracts.scope.Slots;
import org.lethe.privacy.vault.Lookup;
import org.lethe.privacy.vault.Vault;
import org.lethe.stack.fixture.LetheInfrastructure;
import org.lethe.stack.fixture.TestTokens;

/** An account begins to have addresses removed while there are some. */
@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class AddressRemovalIT {

    @Inject Site site;
    @Inject Vault vault;

    @BeforeEach
    void settings() {
        site.settings(Map.of());
        vault.destroyAll(letters(), DestroyReason.REVOKED);
    }

    @Test
    void takesTheAddressFromOpenChatsAndTheConsole() {
        try (TestSocket desk = TestSocket.desk(TestTokens.of("anna@acme.example"))) {
            desk.await("queue");
            ChatId waiting = ChatId.of(site.visitor().chat("Vera", "Hi").id());
            ChatId own = ChatId.of(site.visitor().chat("Viktor", "Hello").id());
            desk.await("queue", it -> it.toString().contains(own.value()));
            desk.send(TestSocket.frame("accept").put("chat", own.value()));
            desk.await("chats", it -> it.toString().contains(Site.ADDRESS));
            assertThat(holdsAddress(waiting)).isTrue();

            site.settings(Map.of("removeAddress", true));

            awaitRemoved(waiting);
            awaitRemoved(own);
            Awaitility.await().until(() -> isShownWithoutAddress(desk, "queue", waiting));
            Awaitility.await().until(() -> isShownWithoutAddress(desk, "chats", own));
            vault.destroyAll(List.of(waiting, own), DestroyReason.REVOKED);
        }
    }

    @Test
    void takesTheAddressFromWaitingLetters() {
        given().contentType(ContentType.JSON)
                .header("Origin", Site.ORIGIN)
                .header("X-Forwarded-For", "81.2.69.142")
                .body(
                        Map.of(
                                "account",
                                "acme",
                                "id",
                                UUID.randomUUID().toString(),
                                "name",
                                "Olga",
                                "email",
                                "olga@mail.example",
                                "message",
                                "Please call me",
                                "consent",
                                Map.of("text", "I agree", "at", "2026-01-01T10:00:00Z")))
                .post("/v1/offline-messages")
                .then()
                .statusCode(202);
        ScopeId letter = letters().getFirst();
        assertThat(holdsAddress(letter)).isTrue();

        site.settings(Map.of("removeAddress", true));

        awaitRemoved(letter);
        assertThat(vault.slots().get(letter, Slots.LETTER_BODY)).isPresent();
    }

    private static boolean isShownWithoutAddress(TestSocket desk, String type, ChatId chat) {
        String last = desk.last(type).toString();
        return last.contains(chat.value())
                && !last.contains(Site.ADDRESS)
                && !last.contains(Site.HOST);
    }

    private void awaitRemoved(ScopeId scope) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> !holdsAddress(scope) && !hasSealedAddress(scope));
    }

    private boolean hasSealedAddress(ScopeId scope) {
        return Slots.of(scope.kind()).stream()
                .filter(slot -> slot.compartment().equals(Optional.of(Compartment.ADDRESS)))
                .anyMatch(slot -> vault.slots().get(scope, slot).isPresent());
    }

    private boolean holdsAddress(ScopeId scope) {
        if (!(vault.lookup(scope) instanceof Lookup.Open(var cipher, var meta))) {
            throw new AssertionError("not open");
        }
        try (cipher) {
            return cipher.holds(Compartment.ADDRESS);
        }
    }

    private List<ScopeId> letters() {
        return vault.openScopes(ScopeKind.LETTER, Site.ACME);
    }
}
