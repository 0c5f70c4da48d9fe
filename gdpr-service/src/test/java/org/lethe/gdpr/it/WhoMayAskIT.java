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
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.contracts.event.ActingRole;
import org.lethe.contracts.event.LedgerEntry;
import org.lethe.contracts.event.LedgerFact.ActionTaken;
import org.lethe.contracts.event.SubjectAction;
import org.lethe.contracts.id.AccountId;
import org.lethe.gdpr.it.Subjects.Subject;
import org.lethe.gdpr.ledger.Ledger;
import org.lethe.gdpr.request.RequestId;
import org.lethe.runtime.caller.NamedAccount;
import org.lethe.runtime.fixture.TestAccounts;
import org.lethe.stack.fixture.LetheInfrastructure;
import org.lethe.stack.fixture.TestTokens;

/** Who may ask for a data subject's rights, and for which account. */
@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
@WithTestResource(ControllerSystem.class)
class WhoMayAskIT {

    private static final String SARA = "sara@lethe.example";
    private static final String OLGA = "olga@privacy.example";

    @Inject Subjects subjects;
    @Inject Ledger ledger;

    /** Of this test alone. */
    private final AccountId account = new AccountId("s" + UUID.randomUUID());

    private final String id = OpenDsr.newId();

    @Test
    void letsStaffShowAndEraseForAnAccountThatConsents() {
        Subject subject = subjects.inAChat(account);
        consents(true);

        staff(account).body(question(subject)).post("/v1/subjects/access").then().statusCode(200);
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
                assertThat(actions(account))
                        .extracting(ActionTaken::action)
                        .containsExactly(SubjectAction.SUBJECT_SHOWN, SubjectAction.ERASURE_ASKED));
        assertThat(actions(account)).extracting(ActionTaken::by).containsOnly(ActingRole.STAFF);
    }

    @Test
    void hidesAnAccountThatDoesNotConsentFromStaff() {
        Subject subject = subjects.inAChat(account);

        hidden(account.value(), subject);

        assertThat(subject.scopes()).allMatch(subjects::isHeld);
        assertThat(actions(account)).isEmpty();
    }

    /** An account without consent, a closed one, one that never was and none that could be. */
    @ParameterizedTest
    @ValueSource(strings = {"never-was", "NO SLUG", ""})
    void answersStaffAlikeForWhatIsNoAccount(String named) {
        hidden(named, subjects.inAChat(account));
    }

    @Test
    void answersStaffAlikeForAnAccountThatWasClosed() {
        Subject subject = subjects.inAChat(account);
        consents(true);
        TestAccounts.close(account);

        hidden(account.value(), subject);
    }

    @Test
    void stopsStaffWhenTheConsentIsWithdrawn() {
        Subject subject = subjects.inAChat(account);
        consents(true);
        staff(account).get("/v1/ledger").then().statusCode(200);
        consents(false);

        hidden(account.value(), subject);
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

    @Test
    void letsAnOfficerOfTwoAccountsActForTheOneThatIsNamed() {
        Subject ofAcme = subjects.inAChat(ACME);
        Subject ofGlobex = subjects.inAChat(GLOBEX);

        olga(ACME)
                .body(OpenDsr.request(id, "erasure", ofGlobex))
                .post("/requests")
                .then()
                .statusCode(201);
        assertThat(ofGlobex.scopes()).allMatch(subjects::isHeld);

        String other = OpenDsr.newId();
        olga(GLOBEX)
                .body(OpenDsr.request(other, "erasure", ofGlobex))
                .post("/requests")
                .then()
                .statusCode(201);
        assertThat(ofGlobex.scopes()).noneMatch(subjects::isHeld);
        assertThat(ofAcme.scopes()).allMatch(subjects::isHeld);

        olga(ACME).get("/requests/" + other).then().statusCode(404);
        String digest = new RequestId(other).digest(GLOBEX).hex();
        await().untilAsserted(() ->
                assertThat(actions(GLOBEX))
                        .anyMatch(action ->
                                action.request() != null
                                        && action.request().hex().equals(digest)
                                        && action.by() == ActingRole.PRIVACY_OFFICER));
        olga(GLOBEX)
                .get("/v1/audit?limit=200")
                .then()
                .statusCode(200)
                .body("account", equalTo("globex"))
                .body("actions.request", hasItem(digest));
    }

    @Test
    void asksAnOfficerOfTwoAccountsForOneOfThem() {
        String token = TestTokens.ofAllAccounts(OLGA);
        given().auth()
                .oauth2(token)
                .get("/v1/ledger")
                .then()
                .statusCode(400)
                .body("code", equalTo("account-required"));
        naming("initech", token).get("/v1/ledger").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"globex", "never-was", "NO SLUG"})
    void hidesOtherAccountsFromWhoIsOfOne(String named) {
        Subject ofGlobex = subjects.inAChat(GLOBEX);
        naming(named, TestTokens.of(PETRA))
                .body(OpenDsr.request(id, "erasure", ofGlobex))
                .post("/requests")
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
        assertThat(ofGlobex.scopes()).allMatch(subjects::isHeld);
    }

    @Test
    void takesAnOfficersOwnAccountByName() {
        naming("acme", TestTokens.of(PETRA)).get("/v1/ledger").then().statusCode(200);
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
        naming("globex", TestTokens.ofProgram()).get("/v1/ledger").then().statusCode(404);
    }

    @Test
    void takesTheSameRequestOfTwoOfficersAtOnceForOne() throws Exception {
        Subject subject = subjects.inAChat(ACME);
        String body = OpenDsr.request(id, "erasure", subject);
        Callable<Integer> petra = () -> OpenDsr.submit(PETRA, body).statusCode();
        Callable<Integer> olga = () -> olga(ACME).body(body).post("/requests").statusCode();

        try (var both = Executors.newFixedThreadPool(2)) {
            for (var answer : both.invokeAll(List.of(petra, olga))) {
                assertThat(answer.get()).isEqualTo(201);
            }
        }

        String digest = new RequestId(id).digest(ACME).hex();
        await().untilAsserted(() ->
                assertThat(actions(ACME))
                        .filteredOn(action ->
                                action.request() != null && action.request().hex().equals(digest))
                        .singleElement()
                        .matches(action -> action.action() == SubjectAction.ERASURE_ASKED));
    }

    private void hidden(String named, Subject subject) {
        String token = TestTokens.of(SARA);
        List.of(
                        naming(named, token)
                                .body(OpenDsr.request(id, "erasure", subject))
                                .post("/requests"),
                        naming(named, token).body(question(subject)).post("/v1/subjects/access"),
                        naming(named, token).get("/requests/" + id),
                        naming(named, token).delete("/requests/" + id),
                        naming(named, token).get("/requests/" + id + "/results"),
                        naming(named, token).get("/v1/ledger"))
                .forEach(
                        answer -> answer.then().statusCode(404).body("code", equalTo("not-found")));
    }

    private void consents(boolean staffMayAct) {
        TestAccounts.publish(account, Map.of("name", "Own", "staffMayAct", staffMayAct));
    }

    private List<ActionTaken> actions(AccountId of) {
        return ledger.actions(of, 0, 1_000).stream()
                .map(LedgerEntry::fact)
                .map(ActionTaken.class::cast)
                .toList();
    }

    private static RequestSpecification staff(AccountId named) {
        return naming(named.value(), TestTokens.of(SARA));
    }

    private static RequestSpecification olga(AccountId named) {
        return naming(named.value(), TestTokens.ofAllAccounts(OLGA));
    }

    private static RequestSpecification naming(String named, String token) {
        return given().auth()
                .oauth2(token)
                .header(NamedAccount.HEADER, named)
                .contentType(ContentType.JSON);
    }

    private static String question(Subject subject) {
        return "{\"visits\":[\"" + subject.visit().value() + "\"]}";
    }
}
