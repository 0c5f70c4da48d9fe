package org.lethe.presence.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.presence.it.Site.Visit;
import org.lethe.stack.fixture.LetheInfrastructure;
import org.lethe.stack.fixture.TestTokens;

@QuarkusTest
@WithTestResource(LongVisits.class)
@WithTestResource(LetheInfrastructure.class)
class RefusalIT {

    private static final String URL = "https://acme.example/";
    private static final String CLIENT = "192.0.2.1";

    @TestHTTPResource("/")
    URI address;

    private final Site acme = new Site("acme");
    private final Site globex = new Site("globex");

    @BeforeEach
    void haveAccounts() {
        acme.with(false);
        globex.with(false);
    }

    @Test
    void opensNoVisitForAPageOfAnotherSite() {
        refused(
                globex.page(CLIENT).body(acme.opening(URL)).post("/v1/visits"),
                ErrorCode.ORIGIN_REFUSED);
        refused(
                RestAssured.given()
                        .contentType(ContentType.JSON)
                        .body(acme.opening(URL))
                        .post("/v1/visits"),
                ErrorCode.ORIGIN_REFUSED);
    }

    @Test
    void doesNotTellWhetherAnAccountExists() {
        Site nobody = new Site("nobody-knows");
        refused(
                acme.page(CLIENT).body(nobody.opening(URL)).post("/v1/visits"),
                ErrorCode.ORIGIN_REFUSED);
    }

    @Test
    void opensNoVisitWithoutConsent() {
        Map<String, Object> opening = new HashMap<>(acme.opening(URL));
        opening.remove("consent");
        refused(acme.page(CLIENT).body(opening).post("/v1/visits"), ErrorCode.CONSENT_MISSING);
    }

    @Test
    void refusesWhatItCannotUnderstandAndRepeatsNothing() {
        Map<String, Object> noPage = new HashMap<>(acme.opening(URL));
        noPage.put("page", Map.of("url", "javascript:canary()"));
        Response answer = acme.page(CLIENT).body(noPage).post("/v1/visits");
        refused(answer, ErrorCode.MALFORMED);
        assertThat(answer.asString()).doesNotContain("canary");

        Response broken = acme.page(CLIENT).body("{\"account\":\"canary").post("/v1/visits");
        refused(broken, ErrorCode.MALFORMED);
        assertThat(broken.asString()).doesNotContain("canary");

        refused(acme.page(CLIENT).post("/v1/visits"), ErrorCode.MALFORMED);
        refused(
                acme.page(CLIENT).contentType("text/csv").body("a").post("/v1/visits"),
                ErrorCode.UNSUPPORTED_TYPE);
        refused(
                acme.page(CLIENT).body("{\"x\":\"" + "y".repeat(70_000) + "\"}").post("/v1/visits"),
                ErrorCode.TOO_LARGE);
    }

    @Test
    void takesNoGoodbyeFromAnybodyElse() {
        Visit visit = acme.visit(URL, CLIENT);
        Visit other = acme.visit(URL, CLIENT);

        refused(new Visit(visit.id(), other.token()).leave(acme), ErrorCode.NOT_FOUND);
        refused(visit.leave(globex), ErrorCode.ORIGIN_REFUSED);
        refused(new Visit(visit.id(), "nonsense").leave(acme), ErrorCode.TOKEN_INVALID);
        refused(
                acme.page(CLIENT).post("/v1/visits/" + visit.id() + "/leave"),
                ErrorCode.TOKEN_MISSING);
        refused(new Visit("v00-x", visit.token()).leave(acme), ErrorCode.NOT_FOUND);
    }

    @Test
    void listsVisitorsToTheAccountsOperatorsOnly() {
        Visit visit = acme.visit(URL, CLIENT);

        refused(RestAssured.get("/v1/visitors"), ErrorCode.TOKEN_MISSING);
        refused(list("nonsense"), ErrorCode.TOKEN_INVALID);
        refused(list(visit.token()), ErrorCode.NOT_FOUND);
        refused(list(TestTokens.of("petra@acme.example")), ErrorCode.NOT_FOUND);
        refused(list(TestTokens.ofStaff()), ErrorCode.NOT_FOUND);
        list(TestTokens.of("otto@globex.example"))
                .then()
                .statusCode(200)
                .body("visitors.visit", not(hasItems(visit.id())));
        list(TestTokens.of("anna@acme.example"))
                .then()
                .statusCode(200)
                .body("visitors.visit", hasItems(visit.id()));
    }

    @Test
    void listsNoMoreVisitorsAtOnceThanAreOnAPage() {
        String anna = TestTokens.of("anna@acme.example");
        for (String query : List.of("limit=0", "limit=201", "after=nonsense")) {
            refused(
                    RestAssured.given().auth().oauth2(anna).get("/v1/visitors?" + query),
                    ErrorCode.MALFORMED);
        }
    }

    @Test
    void opensSocketsToTheirOwnersOnly() {
        Visit visit = acme.visit(URL, CLIENT);
        Visit other = acme.visit(URL, CLIENT);
        String operator = TestTokens.of("anna@acme.example");

        closed(visit.path(), acme.origin(), other.token(), ErrorCode.NOT_FOUND);
        closed(visit.path(), ShortVisits.CONSOLE, operator, ErrorCode.NOT_FOUND);
        closed(visit.path(), globex.origin(), visit.token(), ErrorCode.ORIGIN_REFUSED);
        closed(visit.path(), acme.origin(), "nonsense", ErrorCode.TOKEN_INVALID);
        closed("v1/visitors/socket", acme.origin(), visit.token(), ErrorCode.NOT_FOUND);
        closed(
                "v1/visitors/socket",
                ShortVisits.CONSOLE,
                TestTokens.of("petra@acme.example"),
                ErrorCode.NOT_FOUND);
        closed("v1/visitors/socket", acme.origin(), operator, ErrorCode.ORIGIN_REFUSED);
        assertThatThrownBy(
                        () -> TestClient.open(socket("v1/visitors/socket"), "https://evil.example"))
                .isInstanceOf(CompletionException.class);
    }

    @Test
    void watchesNoOtherAccount() {
        try (TestClient otto =
                TestClient.greet(
                        socket("v1/visitors/socket"),
                        ShortVisits.CONSOLE,
                        TestTokens.of("otto@globex.example"))) {
            assertThat(otto.await("ready").path("account").textValue()).isEqualTo("globex");
            otto.await("visitors");
            Visit hidden = acme.visit(URL, CLIENT);
            Visit shown = globex.visit("https://globex.example/", CLIENT);

            otto.await(frame -> {
                assertThat(frame.toString()).doesNotContain(hidden.id());
                return frame.toString().contains(shown.id());
            });
        }
    }

    private static Response list(String token) {
        return RestAssured.given().auth().oauth2(token).get("/v1/visitors");
    }

    private static void refused(Response answer, ErrorCode code) {
        answer.then()
                .statusCode(code.httpStatus())
                .contentType("application/problem+json")
                .body("code", equalTo(code.code()));
    }

    private void closed(String path, String origin, String token, ErrorCode code) {
        try (TestClient client = TestClient.greet(socket(path), origin, token)) {
            assertThat(client.await("error").path("code").textValue()).isEqualTo(code.code());
            assertThat(client.closeCode()).isEqualTo(code.closeCode());
        }
    }

    private URI socket(String path) {
        return URI.create(address.toString().replaceFirst("^http", "ws")).resolve("/" + path);
    }
}
