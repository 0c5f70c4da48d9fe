package org.lethe.gdpr.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.lethe.gdpr.it.OpenDsr.PETRA;
import static org.lethe.gdpr.it.Subjects.ACME;
import static org.lethe.gdpr.it.Subjects.GLOBEX;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.contracts.event.ActingRole;
import org.lethe.contracts.event.SubjectAction;
import org.lethe.gdpr.it.Subjects.Subject;
import org.lethe.gdpr.ledger.Ledger;
import org.lethe.gdpr.request.RequestId;
import org.lethe.stack.fixture.LetheInfrastructure;
import org.lethe.stack.fixture.TestTokens;

/** Officers of one account and of several, and programs. */
@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
@WithTestResource(ControllerSystem.class)
class OfficersIT {

    @Inject Subjects subjects;
    @Inject Ledger ledger;

    private final String id = OpenDsr.newId();

    @Test
    void letsAnOfficerOfTwoAccountsActForTheOneThatIsNamed() {
        Subject ofAcme = subjects.inAChat(ACME);
        Subject ofGlobex = subjects.inAChat(GLOBEX);

        Asking.olga(ACME)
                .body(OpenDsr.request(id, "erasure", ofGlobex))
                .post("/requests")
                .then()
                .statusCode(201);
        assertThat(ofGlobex.scopes()).allMatch(subjects::isHeld);

        String other = OpenDsr.newId();
        Asking.olga(GLOBEX)
                .body(OpenDsr.request(other, "erasure", ofGlobex))
                .post("/requests")
                .then()
                .statusCode(201);
        assertThat(ofGlobex.scopes()).noneMatch(subjects::isHeld);
        assertThat(ofAcme.scopes()).allMatch(subjects::isHeld);

        Asking.olga(ACME).get("/requests/" + other).then().statusCode(404);
        String digest = new RequestId(other).digest(GLOBEX).hex();
        await().untilAsserted(() ->
                assertThat(Asking.actions(ledger, GLOBEX))
                        .anyMatch(action ->
                                action.request() != null
                                        && action.request().hex().equals(digest)
                                        && action.by() == ActingRole.PRIVACY_OFFICER));
        Asking.olga(GLOBEX)
                .get("/v1/audit?limit=200")
                .then()
                .statusCode(200)
                .body("account", equalTo("globex"))
                .body("actions.request", hasItem(digest));
    }

    @Test
    void asksAnOfficerOfTwoAccountsForOneOfThem() {
        String token = TestTokens.ofAllAccounts(Asking.OLGA);
        given().auth()
                .oauth2(token)
                .get("/v1/ledger")
                .then()
                .statusCode(400)
                .body("code", equalTo("account-required"));
        Asking.naming("initech", token).get("/v1/ledger").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"globex", "never-was", "NO SLUG"})
    void hidesOtherAccountsFromWhoIsOfOne(String named) {
        Subject ofGlobex = subjects.inAChat(GLOBEX);
        Asking.naming(named, TestTokens.of(PETRA))
                .body(OpenDsr.request(id, "erasure", ofGlobex))
                .post("/requests")
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
        assertThat(ofGlobex.scopes()).allMatch(subjects::isHeld);
    }

    @Test
    void takesAnOfficersOwnAccountByName() {
        Asking.naming("acme", TestTokens.of(PETRA)).get("/v1/ledger").then().statusCode(200);
    }

    @Test
    void takesAProgramForTheOfficerOfItsAccount() {
        Subject subject = subjects.inAChat(ACME);
        given().auth()
                .oauth2(TestTokens.ofProgram())
                .contentType(ContentType.JSON)
                .body(OpenDsr.request(id, "erasure", subject))
                .post("/requests")
                .then()
                .statusCode(201)
                .body("controller_id", equalTo("acme"));
        assertThat(subject.scopes()).noneMatch(subjects::isHeld);
        Asking.naming("globex", TestTokens.ofProgram()).get("/v1/ledger").then().statusCode(404);
    }

    @Test
    void takesTheSameRequestOfTwoOfficersAtOnceForOne() throws Exception {
        Subject subject = subjects.inAChat(ACME);
        String body = OpenDsr.request(id, "erasure", subject);
        Callable<Integer> petra = () -> OpenDsr.submit(PETRA, body).statusCode();
        Callable<Integer> olga = () -> Asking.olga(ACME).body(body).post("/requests").statusCode();

        try (var both = Executors.newFixedThreadPool(2)) {
            for (var answer : both.invokeAll(List.of(petra, olga))) {
                assertThat(answer.get()).isEqualTo(201);
            }
        }

        String digest = new RequestId(id).digest(ACME).hex();
        await().untilAsserted(() ->
                assertThat(Asking.actions(ledger, ACME))
                        .filteredOn(action ->
                                action.request() != null && action.request().hex().equals(digest))
                        .singleElement()
                        .matches(action -> action.action() == SubjectAction.ERASURE_ASKED));
    }
}
