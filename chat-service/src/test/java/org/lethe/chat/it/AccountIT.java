package org.lethe.chat.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.chat.desk.OnlineOperators;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.privacy.vault.Lookup;
import org.lethe.privacy.vault.Vault;
import org.lethe.stack.fixture.LetheInfrastructure;
import org.lethe.stack.fixture.TestTokens;

@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class AccountIT {
    @Inject Site site;
    @Inject Vault vault;
    @Inject OnlineOperators operators;

    @BeforeEach
    void settings() {
        site.settings(Map.of());
    }

    @Test
    void refusesAChangeToAVersionThatIsNotThePresentOne() {
        String tag = as("adam@acme.example").get("/v1/account").getHeader("ETag");
        Map<String, Object> mine =
                Map.of("name", "Acme Mine", "allowedOrigins", List.of(Site.ORIGIN));
        Map<String, Object> theirs = Map.of("name", "Acme Theirs");

        String next =
                as("adam@acme.example")
                        .header("If-Match", tag)
                        .body(mine)
                        .put("/v1/account")
                        .then()
                        .statusCode(200)
                        .body("name", equalTo("Acme Mine"))
                        .extract()
                        .header("ETag");
        assertThat(next).isNotEqualTo(tag);
        as("adam@acme.example")
                .header("If-Match", tag)
                .body(theirs)
                .put("/v1/account")
                .then()
                .statusCode(412)
                .contentType("application/problem+json")
                .body("code", equalTo("precondition-failed"));
        as("adam@acme.example").body(theirs).put("/v1/account").then().statusCode(428);
        as("adam@acme.example")
                .get("/v1/account")
                .then()
                .header("ETag", next)
                .body("name", equalTo("Acme Mine"));
    }

    @Test
    void createsAnAccountOnce() {
        staff().body(Map.of("id", "acme", "name", "Another"))
                .post("/v1/accounts")
                .then()
                .statusCode(200)
                .body("name", equalTo("Acme"))
                .body("allowedOrigins", hasItem(Site.ORIGIN));
    }

    @Test
    void closesAnAccount() {
        AccountId account = passing();
        operators.lease(account, Map.of("operator/connection", Duration.ofMinutes(1)));
        Site.Visitor visitor = site.visitor(account);
        Site.Chat asked = visitor.chat("Vera", "Still there?");
        ChatId chat = ChatId.of(asked.id());

        try (TestSocket page = TestSocket.chat(asked.id(), asked.token(), 0)) {
            page.await("ready");
            staff().delete("/v1/accounts/" + account).then().statusCode(204);

            JsonNode ended = page.await("ended");
            assertThat(ended.path("reason").asText()).isEqualTo(EndReason.CLOSED.code());
            assertThat(ended.path("destroyed").path("messages").asInt()).isOne();
        }
        assertThat(vault.lookup(chat)).isInstanceOf(Lookup.Destroyed.class);
        assertThat(vault.lookup(visitor.visit())).isInstanceOf(Lookup.Destroyed.class);
    }

    @Test
    void finishesAClosingThatFailedHalfWay() {
        AccountId account = passing();
        staff().delete("/v1/accounts/" + account).then().statusCode(204);
        Site.Visitor left = site.visitor(account);

        staff().delete("/v1/accounts/" + account).then().statusCode(204);

        assertThat(vault.lookup(left.visit())).isInstanceOf(Lookup.Destroyed.class);
    }

    @Test
    void hidesItselfFromEverybodyElse() {
        as("anna@acme.example").get("/v1/account").then().statusCode(404);
        as("adam@acme.example")
                .body(Map.of("id", "acme", "name", "Acme"))
                .post("/v1/accounts")
                .then()
                .statusCode(404);
        given().get("/v1/account").then().statusCode(401);
        as("adam@acme.example")
                .header("If-Match", "\"1\"")
                .body(Map.of("id", "globex", "name", "Not mine"))
                .put("/v1/account")
                .then()
                .statusCode(404);
    }

    @Test
    void refusesSettingsThatAreNone() {
        as("adam@acme.example")
                .header("If-Match", "\"1\"")
                .body(Map.of("name", "Acme", "letterDeadline", "P2D"))
                .put("/v1/account")
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed"));
        staff().body(Map.of("id", "No Slug", "name", "Acme"))
                .post("/v1/accounts")
                .then()
                .statusCode(400);
    }

    private static AccountId passing() {
        String id = "passing-" + System.nanoTime();
        staff().body(Map.of("id", id, "name", "Passing"))
                .post("/v1/accounts")
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"");
        return AccountId.of(id);
    }

    private static RequestSpecification as(String user) {
        return given().auth().oauth2(TestTokens.of(user)).contentType(ContentType.JSON);
    }

    private static RequestSpecification staff() {
        return given().auth().oauth2(TestTokens.ofStaff()).contentType(ContentType.JSON);
    }
}
