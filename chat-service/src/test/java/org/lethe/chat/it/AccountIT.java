package org.lethe.chat.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.stack.test.LetheInfrastructure;
import org.lethe.stack.test.TestTokens;

@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class AccountIT {
    @Inject Site site;

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
        String id = "passing-" + System.currentTimeMillis();
        staff().body(Map.of("id", id, "name", "Passing"))
                .post("/v1/accounts")
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"");
        staff().delete("/v1/accounts/" + id).then().statusCode(204);
        staff().delete("/v1/accounts/" + id).then().statusCode(204);
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

    private static RequestSpecification as(String user) {
        return given().auth().oauth2(TestTokens.of(user)).contentType(ContentType.JSON);
    }

    private static RequestSpecification staff() {
        return given().auth().oauth2(TestTokens.ofStaff()).contentType(ContentType.JSON);
    }
}
