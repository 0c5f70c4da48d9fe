package org.lethe.chat.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.hamcrest.Matchers;
import org.jspecify.annotations.Nullable;
import org.lethe.chat.desk.OnlineOperators;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.HostName;
import org.lethe.contracts.scope.Slots;
import org.lethe.contracts.scope.Whereabouts;
import org.lethe.privacy.retention.Lifetimes;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.privacy.vault.NewScope;
import org.lethe.privacy.vault.OpenOutcome;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.caller.TokenIssuer;
import org.lethe.stack.fixture.TestTokens;

/** The site of an account in a test: opens visits as presence does, and keeps the settings. */
@ApplicationScoped
public class Site {
    public static final AccountId ACME = AccountId.of("acme");
    public static final String ORIGIN = "https://shop.acme.example";
    public static final String ADDRESS = "192.0.2.77";
    public static final String HOST = "dialin77.provider.example";

    private final Vault vault;
    private final TokenIssuer tokens;
    private final OnlineOperators operators;
    private final Lifetimes lifetimes;

    @Inject
    Site(Vault vault, TokenIssuer tokens, OnlineOperators operators, Lifetimes lifetimes) {
        this.vault = vault;
        this.tokens = tokens;
        this.operators = operators;
        this.lifetimes = lifetimes;
    }

    /** Settings with two transcript recipients; what is given replaces what is usual. */
    public void settings(Map<String, Object> changes) {
        var body = new HashMap<String, Object>();
        body.put("id", ACME.value());
        body.put("name", "Acme");
        body.put("timeZone", "Europe/Berlin");
        body.put("allowedOrigins", List.of(ORIGIN));
        body.put("removeAddress", false);
        body.put(
                "transcripts",
                Map.of(
                        "enabled", true,
                        "recipients", List.of("one@acme.example", "two@acme.example"),
                        "copyToVisitor", false));
        body.put("offline", Map.of("recipients", List.of("desk@acme.example")));
        body.putAll(changes);
        given().auth()
                .oauth2(TestTokens.ofStaff())
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/accounts")
                .then()
                .statusCode(Matchers.oneOf(200, 201));
        String admin = TestTokens.of("adam@acme.example");
        String tag = given().auth().oauth2(admin).get("/v1/account").getHeader("ETag");
        given().auth()
                .oauth2(admin)
                .contentType(ContentType.JSON)
                .header("If-Match", tag)
                .body(body)
                .put("/v1/account")
                .then()
                .statusCode(200);
    }

    public Visitor visitor() {
        return visitor(ACME);
    }

    public Visitor visitor(AccountId account) {
        VisitId visit = vault.newVisitId();
        var scope = new NewScope(visit, account, lifetimes.visit(), Map.of(), List.of());
        if (!(vault.open(scope) instanceof OpenOutcome.Opened(ScopeCipher cipher))) {
            throw new AssertionError("no visit");
        }
        try (cipher) {
            vault.slots()
                    .write(
                            cipher,
                            Slots.VISIT_ADDRESS,
                            new Whereabouts(ClientAddress.of(ADDRESS), HostName.of(HOST)));
        }
        return new Visitor(visit, tokens.visitToken(account, visit).value());
    }

    /** Waits until no operator of an earlier test counts as online. */
    public void awaitNobodyOnline() {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !operators.isAnyOnline(ACME));
    }

    /** A visitor of the site. */
    public record Visitor(VisitId visit, String token) {

        public Response ask(String name, @Nullable String question) {
            return given().auth()
                    .oauth2(token)
                    .contentType(ContentType.JSON)
                    .body(form(name, question))
                    .post("/v1/chats");
        }

        /** Asks for a chat until one is granted. */
        public Chat chat(String name, String question) {
            Response answer =
                    Awaitility.await()
                            .atMost(Duration.ofSeconds(15))
                            .until(
                                    () -> ask(name, question),
                                    response -> response.statusCode() != 503);
            assertThat(answer.statusCode()).isEqualTo(201);
            return new Chat(
                    answer.jsonPath().getString("chat"), answer.jsonPath().getString("token"));
        }

        private static Map<String, Object> form(String name, @Nullable String question) {
            var form = new HashMap<String, Object>();
            form.put("name", name);
            form.put("email", "visitor@mail.example");
            form.put("consent", Map.of("text", "I agree", "at", "2026-01-01T10:00:00Z"));
            if (question != null) {
                form.put("question", question);
            }
            return form;
        }
    }

    /** A chat with the token of its visitor. */
    public record Chat(String id, String token) {}
}
