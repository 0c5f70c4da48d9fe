package org.lethe.gdpr.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.lethe.gdpr.it.Subjects.ACME;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ChatReceiptId;
import org.lethe.contracts.retention.Category;
import org.lethe.gdpr.receipt.Jws;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptCall;
import org.lethe.runtime.fixture.TestAccounts;
import org.lethe.stack.fixture.LetheInfrastructure;

/** Whoever has the number of a chat that was destroyed gets its receipt, for a day. */
@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
@WithTestResource(ControllerSystem.class)
class ChatReceiptIT {

    private static final Script LIFE = Script.load("test/farewell-life.lua");

    @Inject Subjects subjects;
    @Inject RedisStore store;

    @Test
    void isSignedAndSaysWhatTheDestructionLeft() {
        Instant before = Instant.now();
        ChatId chat = subjects.afterItsEnd(ACME, 3);

        Response answer = fetch(ChatReceiptId.of(chat).value());
        answer.then()
                .statusCode(200)
                .body("receipt", equalTo(ChatReceiptId.of(chat).value()))
                .body("reason", equalTo("erasure"))
                .body("messages", equalTo(3))
                .body("files", equalTo(1));
        assertThat(Instant.parse(answer.path("effective"))).isBetween(before, Instant.now());
        assertThat(Instant.parse(answer.path("readBack")))
                .isAfterOrEqualTo(Instant.parse(answer.path("effective")));
        Jws jws = Jws.parse(answer.path("jws"));
        assertThat(jws.verifies(given().get("/.well-known/jwks.json").asString())).isTrue();
        assertThat(jws.claims()).contains(ChatReceiptId.of(chat).value(), "\"messages\":3");
    }

    @Test
    void isForAPageOfTheAccountToo() {
        String shop = "https://receipts.acme.example";
        TestAccounts.publish(
                ACME,
                Map.of("allowedOrigins", List.of(shop), "identifiers", List.of(Subjects.MARKED)));
        ChatId chat = subjects.afterItsEnd(ACME, 0);

        given().header("Origin", shop)
                .get("/v1/receipts/chats/" + ChatReceiptId.of(chat))
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", shop);
    }

    @Test
    void isNotGivenBeforeTheChatIsDestroyed() {
        ChatId chat = subjects.atItsEnd(ACME, 3);

        fetch(ChatReceiptId.of(chat).value()).then().statusCode(404);
    }

    @Test
    void isNotKnownAfterItsTime() {
        ChatId chat = subjects.afterItsEnd(ACME, 3);

        long life = store.run(ScriptCall.on(LIFE, chat, 1)).number();

        assertThat(Duration.ofMillis(life))
                .isLessThanOrEqualTo(Category.CHAT_RECEIPT.limits().orElseThrow().lifetime())
                .isGreaterThan(Duration.ofHours(23));
        await().untilAsserted(() -> fetch(ChatReceiptId.of(chat).value()).then().statusCode(404));
    }

    @Test
    void isNotKnownByANumberThatNobodyGave() {
        fetch("r07-0123456789abcdefghjkmnpqrs").then().statusCode(404);
    }

    @Test
    void refusesWhatIsNoNumberOfAReceipt() {
        for (String malformed : List.of("r-0123456789abcdefghjkmnpqrs", "r99-x", "%20", "r07-'")) {
            fetch(malformed).then().statusCode(404);
        }
    }

    private static Response fetch(String number) {
        return given().get("/v1/receipts/chats/{receipt}", number);
    }
}
