package org.lethe.chat.it;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.chat.desk.OnlineOperators;
import org.lethe.contracts.id.AccountId;
import org.lethe.runtime.fixture.EveryOperation;
import org.lethe.stack.fixture.LetheInfrastructure;
import org.lethe.stack.fixture.TestTokens;

/** Every operation answers as the document says. */
@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class AnswersIT extends EveryOperation {

    private static final Map<String, String> CONSENT =
            Map.of("text", "I agree", "at", "2026-01-01T10:00:00Z");

    @Inject Site site;
    @Inject OnlineOperators operators;

    @BeforeEach
    void settings() {
        site.settings(Map.of());
    }

    @Test
    void ofAccounts() {
        String adam = TestTokens.of("adam@acme.example");
        with(adam).get("/v1/account").then().statusCode(200);
        with(adam).body(Map.of("name", "Acme")).put("/v1/account").then().statusCode(428);
        with(adam)
                .header("If-Match", "\"0\"")
                .body(Map.of("name", "Acme"))
                .put("/v1/account")
                .then()
                .statusCode(412);
        with(staff()).body("{").post("/v1/accounts").then().statusCode(400);
        with(staff()).contentType(ContentType.TEXT).post("/v1/accounts").then().statusCode(415);
        with(adam).delete("/v1/accounts/acme").then().statusCode(404);
    }

    @Test
    void ofChatsFromTheFirstToTheLastOfAnAccount() {
        AccountId account = AccountId.of("passing-" + System.nanoTime());
        with(staff())
                .body(Map.of("id", account.value(), "name", "Passing"))
                .post("/v1/accounts")
                .then()
                .statusCode(201);
        Site.Visitor visitor = site.visitor(account);
        // Just started, the service may still look at its store.
        visitor.ask("Vera", null).then().statusCode(oneOf(409, 503));
        operators.lease(account, Map.of("operator/connection", Duration.ofMinutes(1)));
        with(visitor.token()).body(Map.of("name", "Vera")).post("/v1/chats").then().statusCode(422);
        Site.Chat chat = visitor.chat("Vera", "Hi");

        end(chat.id(), visitor.token()).statusCode(404);
        end("c00-nonsense", chat.token()).statusCode(404);
        end(chat.id(), chat.token()).statusCode(200);
        end(chat.id(), chat.token()).statusCode(200);
        with(staff()).delete("/v1/accounts/" + account).then().statusCode(204);
    }

    @Test
    void ofTheDesk() {
        given().get("/v1/desk/status?account=acme").then().statusCode(200);
        given().get("/v1/desk/status").then().statusCode(400);
        given().header("Origin", "https://elsewhere.example")
                .get("/v1/desk/status?account=acme")
                .then()
                .statusCode(403);
    }

    @Test
    void ofOfflineMessages() {
        leave(Map.of()).statusCode(202);
        leave(Map.of("email", "nobody")).statusCode(400);
        leave(Map.of("consent", Map.of())).statusCode(422);
        leave(Map.of("message", "x".repeat(70_000))).statusCode(413);
        site.settings(Map.of("offline", Map.of("recipients", List.of())));
        leave(Map.of()).statusCode(409);
    }

    private static ValidatableResponse leave(Map<String, Object> changes) {
        var body = new HashMap<String, Object>(changes);
        body.putIfAbsent("account", "acme");
        body.putIfAbsent("name", "Olga");
        body.putIfAbsent("email", "olga@mail.example");
        body.putIfAbsent("message", "Please call me");
        body.putIfAbsent("consent", CONSENT);
        return given().contentType(ContentType.JSON)
                .header("Origin", Site.ORIGIN)
                .body(body)
                .post("/v1/offline-messages")
                .then();
    }

    private static ValidatableResponse end(String chat, String token) {
        return with(token).post("/v1/chats/" + chat + "/end").then();
    }

    private static RequestSpecification with(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    private static String staff() {
        return TestTokens.ofStaff();
    }
}
