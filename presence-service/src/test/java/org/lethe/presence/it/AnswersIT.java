package org.lethe.presence.it;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.presence.it.Site.Visit;
import org.lethe.runtime.fixture.EveryOperation;
import org.lethe.stack.fixture.LetheInfrastructure;
import org.lethe.stack.fixture.TestTokens;

/** Every operation answers as the document says. */
@QuarkusTest
@WithTestResource(LongVisits.class)
@WithTestResource(LetheInfrastructure.class)
class AnswersIT extends EveryOperation {

    private static final String URL = "https://acme.example/";
    private static final String CLIENT = "81.2.69.142";

    private final Site acme = new Site("acme");

    @BeforeEach
    void haveAnAccount() {
        acme.with(false);
    }

    @Test
    void ofVisits() {
        Visit visit = acme.visit(URL, CLIENT);
        new Visit(visit.id(), "nonsense").leave(acme).then().statusCode(401);
        new Visit("v00-nonsense", visit.token()).leave(acme).then().statusCode(404);
        visit.leave(new Site("elsewhere")).then().statusCode(403);
        visit.leave(acme).then().statusCode(204);

        Map<String, Object> silent = new HashMap<>(acme.opening(URL));
        silent.remove("consent");
        acme.page(CLIENT).body(silent).post("/v1/visits").then().statusCode(422);
        acme.page(CLIENT).body("{").post("/v1/visits").then().statusCode(400);
        acme.page(CLIENT)
                .contentType("text/csv")
                .body("a")
                .post("/v1/visits")
                .then()
                .statusCode(415);
        acme.page(CLIENT).body("x".repeat(70_000)).post("/v1/visits").then().statusCode(413);
    }

    @Test
    void ofVisitors() {
        acme.visit(URL, CLIENT);
        String anna = TestTokens.of("anna@acme.example");
        given().auth().oauth2(anna).get("/v1/visitors").then().statusCode(200);
        given().auth().oauth2(anna).get("/v1/visitors?limit=0").then().statusCode(400);
        given().auth().oauth2(TestTokens.ofStaff()).get("/v1/visitors").then().statusCode(404);
    }
}
