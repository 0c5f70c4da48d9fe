package org.lethe.gdpr.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.lethe.gdpr.it.Subjects.ACME;
import static org.lethe.gdpr.it.Subjects.GLOBEX;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.contracts.event.ActingRole;
import org.lethe.contracts.event.LedgerFact.ActionTaken;
import org.lethe.contracts.event.SubjectAction;
import org.lethe.contracts.id.AccountId;
import org.lethe.gdpr.it.Subjects.Subject;
import org.lethe.gdpr.ledger.Ledger;
import org.lethe.runtime.fixture.TestAccounts;
import org.lethe.stack.fixture.LetheInfrastructure;
import org.lethe.stack.fixture.TestTokens;

/** Staff of the processor: alone where the account lets them, else with a second person. */
@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
@WithTestResource(ControllerSystem.class)
class StaffIT {

    private static final String SARA = "sara@lethe.example";
    private static final String STEFAN = "stefan@lethe.example";

    @Inject Subjects subjects;
    @Inject Ledger ledger;

    /** Of this test alone. */
    private final AccountId account = new AccountId("s" + UUID.randomUUID());

    private final String id = OpenDsr.newId();

    @Test
    void letsStaffShowAndEraseForAnAccountThatConsents() {
        Subject subject = subjects.inAChat(account);
        consents(true);

        for (String question : List.of("find", "access")) {
            staff(account)
                    .body(Asking.question(subject))
                    .post("/v1/subjects/" + question)
                    .then()
                    .statusCode(200);
        }
        staff(account)
                .body(OpenDsr.request(id, "erasure", subject))
                .post("/requests")
                .then()
                .statusCode(201)
                .body("controller_id", equalTo(account.value()));

        assertThat(subject.scopes()).noneMatch(subjects::isHeld);
        staff(account).get("/requests/" + id).then().statusCode(200);
        staff(account).get("/v1/ledger").then().statusCode(200);
        await().untilAsserted(() ->
                assertThat(Asking.actions(ledger, account))
                        .extracting(ActionTaken::action)
                        .containsExactly(
                                SubjectAction.SUBJECT_LOOKED_FOR,
                                SubjectAction.SUBJECT_SHOWN,
                                SubjectAction.ERASURE_ASKED));
        assertThat(Asking.actions(ledger, account))
                .extracting(ActionTaken::by)
                .containsOnly(ActingRole.STAFF);
    }

    @Test
    void keepsWhatStaffAskForUntilASecondPersonConfirms() {
        Subject subject = subjects.inAChat(account);

        waits(account.value(), subject);

        assertThat(subject.scopes()).allMatch(subjects::isHeld);
        String confirmation = "/v1/requests/" + id + "/confirmation";
        Asking.naming(account.value(), TestTokens.of(STEFAN))
                .get(confirmation)
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("type", equalTo("erasure"));
        staff(account)
                .get(confirmation)
                .then()
                .statusCode(409)
                .body("code", equalTo("second-person-required"));
        staff(account)
                .post(confirmation)
                .then()
                .statusCode(409)
                .body("code", equalTo("second-person-required"));
        Asking.naming(account.value(), TestTokens.of(STEFAN))
                .post(confirmation)
                .then()
                .statusCode(200);

        assertThat(subject.scopes()).noneMatch(subjects::isHeld);
        await().untilAsserted(() ->
                assertThat(Asking.actions(ledger, account))
                        .extracting(ActionTaken::action)
                        .containsExactly(SubjectAction.ERASURE_ASKED, SubjectAction.CONFIRMED));
    }

    @Test
    void letsTheAccountsOfficerConfirm() {
        Subject subject = subjects.inAChat(GLOBEX);
        waits("globex", subject);

        Asking.olga(GLOBEX)
                .get("/v1/requests/waiting")
                .then()
                .statusCode(200)
                .body("account", equalTo("globex"))
                .body("requests.id", hasItem(id));
        Asking.naming("globex", TestTokens.of(STEFAN))
                .get("/v1/requests/waiting")
                .then()
                .statusCode(404);
        Asking.olga(ACME)
                .get("/v1/requests/waiting")
                .then()
                .statusCode(200)
                .body("requests.id", not(hasItem(id)));
        Asking.olga(GLOBEX).post("/v1/requests/" + id + "/confirmation").then().statusCode(200);

        assertThat(subject.scopes()).noneMatch(subjects::isHeld);
    }

    /** An account without consent, a closed one, and one that never was. */
    @Test
    void answersStaffAlikeForWhatIsNoAccount() {
        Subject subject = subjects.inAChat(account);
        waits("never-was", subject);
        Asking.naming("never-was", TestTokens.of(SARA))
                .delete("/requests/" + id)
                .then()
                .statusCode(202);

        consents(true);
        TestAccounts.close(account);
        waits(account.value(), subject);
        staff(account).delete("/requests/" + id).then().statusCode(202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NO SLUG", "x"})
    void hidesFromStaffWhatCanBeNoAccount(String named) {
        Asking.naming(named, TestTokens.of(SARA))
                .body(OpenDsr.request(id, "erasure", subjects.inAChat(account)))
                .post("/requests")
                .then()
                .statusCode(404);
    }

    @Test
    void stopsStaffWhenTheConsentIsWithdrawn() {
        Subject subject = subjects.inAChat(account);
        consents(true);
        staff(account).get("/v1/ledger").then().statusCode(200);
        consents(false);

        waits(account.value(), subject);
    }

    @Test
    void asksStaffForTheAccount() {
        given().auth()
                .oauth2(TestTokens.of(SARA))
                .get("/v1/ledger")
                .then()
                .statusCode(400)
                .body("code", equalTo("account-required"));
    }

    @Test
    void showsStaffNoAudit() {
        subjects.inAChat(account);
        consents(true);

        staff(account).get("/v1/audit").then().statusCode(404);
    }

    /** Staff can ask, and see how far it is; what is held, and the ledger, is not theirs. */
    private void waits(String named, Subject subject) {
        String token = TestTokens.of(SARA);
        Asking.naming(named, token)
                .body(OpenDsr.request(id, "erasure", subject))
                .post("/requests")
                .then()
                .statusCode(201);
        Asking.naming(named, token)
                .get("/requests/" + id)
                .then()
                .statusCode(200)
                .body("request_status", equalTo("pending"));
        List.of(
                        Asking.naming(named, token)
                                .body(Asking.question(subject))
                                .post("/v1/subjects/access"),
                        Asking.naming(named, token)
                                .body(Asking.question(subject))
                                .post("/v1/subjects/find"),
                        Asking.naming(named, token).get("/requests/" + id + "/results"),
                        Asking.naming(named, token).delete("/requests/" + id + "/results"),
                        Asking.naming(named, token).get("/v1/ledger"))
                .forEach(
                        answer -> answer.then().statusCode(404).body("code", equalTo("not-found")));
    }

    private void consents(boolean staffMayAct) {
        TestAccounts.publish(account, Map.of("name", "Own", "staffMayAct", staffMayAct));
    }

    private static RequestSpecification staff(AccountId named) {
        return Asking.naming(named.value(), TestTokens.of(SARA));
    }
}
