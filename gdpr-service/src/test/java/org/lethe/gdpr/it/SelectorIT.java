package org.lethe.gdpr.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.lethe.gdpr.it.OpenDsr.PAUL;
import static org.lethe.gdpr.it.OpenDsr.PETRA;
import static org.lethe.gdpr.it.Subjects.ACME;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.id.ReferenceNumber;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.DetailName;
import org.lethe.contracts.personal.DetailText;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.contracts.subject.Identifier;
import org.lethe.gdpr.it.Subjects.Subject;
import org.lethe.stack.fixture.LetheInfrastructure;
import org.lethe.stack.fixture.TestTokens;

/**
 * Subjects by what names them: each test has an address of its own, as the store has all tests'.
 */
@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
@WithTestResource(ControllerSystem.class)
class SelectorIT {

    @Inject Subjects subjects;

    private final String id = OpenDsr.newId();
    private final String email = UUID.randomUUID() + "@visitor.example";
    private final String number = UUID.randomUUID().toString();
    private final ClientAddress address = address();
    private Subject subject;

    @BeforeEach
    void aVisitorWhoIsNamed() {
        subject =
                subjects.inAChat(
                        ACME,
                        new Identifier.Email(EmailAddress.of(email)),
                        Identifier.ofDetail(DetailName.of(Subjects.MARKED), DetailText.of(number)),
                        new Identifier.Address(address),
                        Identifier.Network.of(address));
    }

    @Test
    void namesTheIdentitiesThatItTakes() {
        given().get("/discovery")
                .then()
                .body(
                        "supported_identities.identity_type",
                        hasItems("email", "controller_customer_id"))
                .body("supported_identities[0].identity_format", equalTo("raw"))
                .body("supported_extensions.'lethe.example'", hasItems("emails", "networks"));
    }

    @Test
    void erasesByTheIdentitiesOfOpenDsr() {
        String body =
                OpenDsr.named(
                        id,
                        "erasure",
                        OpenDsr.identity("email", email.toUpperCase(Locale.ROOT)),
                        "");

        OpenDsr.submit(PETRA, body).then().statusCode(201);

        assertThat(subject.scopes()).noneMatch(subjects::isHeld);
        OpenDsr.status(PETRA, id).then().body("results_count", equalTo(3));
        // Sent again after its subject was erased, it is the same request.
        OpenDsr.submit(PETRA, body).then().statusCode(201);
    }

    @Test
    void erasesByTheNumberThatTheSitePassed() {
        String identity = OpenDsr.identity("controller_customer_id", number);

        OpenDsr.submit(PETRA, OpenDsr.named(id, "erasure", identity, "")).then().statusCode(201);

        assertThat(subject.scopes()).noneMatch(subjects::isHeld);
    }

    @Test
    void findsBySelectorsOfEachKind() {
        String network = address.reveal().replaceFirst("::.*", "::/64");

        for (String selector :
                new String[] {
                    "\"emails\":[\"" + email + "\"]",
                    "\"customerIds\":[\"" + number + "\"]",
                    "\"details\":[{\"name\":\"number\",\"value\":\"" + number + "\"}]",
                    "\"addresses\":[\"" + address.reveal() + "\"]",
                    "\"networks\":[\"" + network + "\"]",
                    "\"letters\":[\""
                            + subject.letter().value()
                            + "\"],\"emails\":[\""
                            + email
                            + "\"]"
                }) {
            find(PETRA, selector)
                    .statusCode(200)
                    .body("subjects", equalTo(1))
                    .body("visits", equalTo(1))
                    .body("chats", equalTo(1))
                    .body("letters", equalTo(1))
                    .body("since", notNullValue())
                    .body("confirmation", nullValue());
        }
    }

    @Test
    void findsNothingOfAnotherAccount() {
        find(
                        PAUL,
                        "\"emails\":[\""
                                + email
                                + "\"],\"visits\":[\""
                                + subject.visit().value()
                                + "\"]")
                .statusCode(200)
                .body("subjects", equalTo(0))
                .body("since", nullValue());
    }

    @Test
    void completesARequestThatFindsNobody() {
        String nobody = "\"emails\":[\"" + UUID.randomUUID() + "@visitor.example\"]";

        OpenDsr.submit(PETRA, OpenDsr.named(id, "erasure", "", nobody)).then().statusCode(201);

        OpenDsr.status(PETRA, id)
                .then()
                .body("request_status", equalTo("completed"))
                .body("results_count", equalTo(0))
                .body("extensions.'lethe.example'.receipt", nullValue());
        given().auth()
                .oauth2(TestTokens.of(PETRA))
                .get("/v1/ledger?limit=200")
                .then()
                .body("entries.fact.type", hasItem("nothing-erased"));
    }

    @Test
    void wantsAllWhoShareAnAddressToBeMeant() {
        Subject other = subjects.inAChat(ACME, new Identifier.Address(address));
        String shared = "\"addresses\":[\"" + address.reveal() + "\"]";

        String told =
                OpenDsr.submit(PETRA, OpenDsr.named(id, "erasure", "", shared))
                        .then()
                        .statusCode(409)
                        .body("code", equalTo("confirmation-required"))
                        .body("subjects", equalTo(2))
                        .extract()
                        .path("confirmation");
        assertThat(subject.scopes()).allMatch(subjects::isHeld);
        OpenDsr.status(PETRA, id).then().statusCode(404);

        Subject third = subjects.inAChat(ACME, new Identifier.Address(address));
        String renewed =
                OpenDsr.submit(PETRA, OpenDsr.named(id, "erasure", "", confirmed(shared, told)))
                        .then()
                        .statusCode(409)
                        .body("subjects", equalTo(3))
                        .extract()
                        .path("confirmation");
        OpenDsr.submit(PETRA, OpenDsr.named(id, "erasure", "", confirmed(shared, renewed)))
                .then()
                .statusCode(201);

        assertThat(subject.scopes()).noneMatch(subjects::isHeld);
        assertThat(other.scopes()).noneMatch(subjects::isHeld);
        assertThat(third.scopes()).noneMatch(subjects::isHeld);
    }

    @Test
    void erasesOnlyWhomAllSelectorsFind() {
        Subject other = subjects.inAChat(ACME, new Identifier.Address(address));
        String both =
                "\"match\":\"all\",\"addresses\":[\"%s\"],\"emails\":[\"%s\"]"
                        .formatted(address.reveal(), email);

        OpenDsr.submit(PETRA, OpenDsr.named(id, "erasure", "", both)).then().statusCode(201);

        assertThat(subject.scopes()).noneMatch(subjects::isHeld);
        assertThat(other.scopes()).allMatch(subjects::isHeld);
    }

    @Test
    void showsSeveralOnlyWhereTheyAreMeant() {
        Subject other = subjects.inAChat(ACME, new Identifier.Address(address));
        String shared = "\"addresses\":[\"" + address.reveal() + "\"]";
        String confirmation =
                find(PETRA, shared).body("subjects", equalTo(2)).extract().path("confirmation");

        ask("access", PETRA, shared).then().statusCode(409);
        ask("access", PETRA, confirmed(shared, confirmation))
                .then()
                .statusCode(200)
                .body("visits.visit", hasItems(subject.visit().value(), other.visit().value()));
        ask("access", PAUL, confirmed(shared, confirmation))
                .then()
                .statusCode(200)
                .body("visits", empty());
    }

    @Test
    void takesTheLettersOfOneChatForOneSubjectsWhateverFindsOne() {
        var reference = new Identifier.Reference(ReferenceNumber.of(subject.chat()));
        var mail = new Identifier.Email(EmailAddress.of(UUID.randomUUID() + "@visitor.example"));
        var home = new Identifier.Address(address());
        Subject ended = subjects.afterAChat(ACME, reference, mail, home);
        LetterId copy = subjects.anotherLetter(ended, reference, mail);

        for (String selector :
                List.of(
                        "\"references\":[\"" + reference.number().value() + "\"]",
                        "\"emails\":[\"" + mail.email().reveal() + "\"]",
                        "\"addresses\":[\"" + home.address().reveal() + "\"]",
                        "\"letters\":[\"" + copy.value() + "\"]")) {
            find(PETRA, selector).body("subjects", equalTo(1)).body("letters", equalTo(2));
            ask("access", PETRA, selector)
                    .then()
                    .statusCode(200)
                    .body(
                            "letters.letter",
                            containsInAnyOrder(ended.letter().value(), copy.value()));
        }
    }

    private static String confirmed(String selectors, String confirmation) {
        return selectors + ",\"confirmation\":\"" + confirmation + "\"";
    }

    private static ValidatableResponse find(String officer, String selectors) {
        return ask("find", officer, selectors).then();
    }

    private static Response ask(String what, String officer, String selectors) {
        return given().auth()
                .oauth2(TestTokens.of(officer))
                .contentType(ContentType.JSON)
                .body("{" + selectors + "}")
                .post("/v1/subjects/" + what);
    }

    private static ClientAddress address() {
        var random = new SecureRandom();
        return ClientAddress.of(
                "2001:db8:%x:%x::7"
                        .formatted(
                                random.nextInt(0x1000, 0x10000), random.nextInt(0x1000, 0x10000)));
    }
}
