package org.lethe.runtime.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.personal.PersonName;
import org.lethe.runtime.problem.Refusal;

class OperatorClaimsTest {

    private static final String SUBJECT = "0b8f2a56-3a0e-4c62-9d7e-6f1c2b3a4d5e";
    private static final Instant EXPIRY = Instant.parse("2026-03-01T12:05:00Z");
    private static final Set<String> CLIENTS = Set.of("lethe-console");

    private final Map<String, Object> claims =
            new TreeMap<>(
                    Map.of(
                            "sub",
                            SUBJECT,
                            "typ",
                            "Bearer",
                            "azp",
                            "lethe-console",
                            "name",
                            "Anna",
                            "organization",
                            Json.createArrayBuilder().add("acme").build(),
                            "exp",
                            EXPIRY.getEpochSecond(),
                            "realm_access",
                            roles("operator", "offline_access")));

    @Test
    void isAnOperatorOfTheOneAccount() {
        assertThat(read())
                .isEqualTo(
                        new SignedIn(
                                new OperatorId(SUBJECT),
                                PersonName.of("Anna"),
                                Set.of(Role.OPERATOR),
                                Set.of(new AccountId("acme")),
                                EXPIRY));
    }

    @Test
    void readsOrganizationsWithTheirIds() {
        claims.put(
                "organization",
                Json.createObjectBuilder()
                        .add("acme", Json.createObjectBuilder().add("id", "7"))
                        .build());

        assertThat(read().accounts()).containsExactly(new AccountId("acme"));
    }

    @Test
    void hasAllRoles() {
        claims.put("realm_access", roles("administrator", "privacy-officer"));

        assertThat(read().roles())
                .containsExactlyInAnyOrder(Role.ADMINISTRATOR, Role.PRIVACY_OFFICER);
    }

    @Test
    void mayNothingWithoutRoles() {
        claims.remove("realm_access");

        assertThat(read().roles()).isEmpty();
    }

    @Test
    void isStaffOnlyWithoutAnAccount() {
        claims.put("realm_access", roles("staff"));
        assertThat(read().isStaff()).isFalse();

        claims.remove("organization");
        assertThat(read().isStaff()).isTrue();
    }

    @Test
    void isOfAllItsAccounts() {
        claims.put("organization", Json.createArrayBuilder().add("acme").add("globex").build());

        assertThat(read().accounts())
                .containsExactlyInAnyOrder(new AccountId("acme"), new AccountId("globex"));
    }

    @Test
    void isOfOneAccountThatIsNamedTwice() {
        claims.put("organization", Json.createArrayBuilder().add("acme").add("acme").build());

        assertThat(read().accounts()).containsExactly(new AccountId("acme"));
    }

    /** A program signs in by a claim of its client, without name or session. */
    @Test
    void isAProgramThatHasNoName() {
        claims.remove("name");

        assertThat(read().name()).isEqualTo(PersonName.of("anna@acme.example"));
    }

    @Test
    void refusesNoAccount() {
        claims.put("organization", JsonValue.EMPTY_JSON_ARRAY);
        refused();

        claims.remove("organization");
        refused();
    }

    @Test
    void refusesOtherClientsAndOtherTokens() {
        claims.put("azp", "account-console");
        refused();

        claims.put("azp", "lethe-console");
        claims.put("typ", "ID");
        refused();
    }

    @Test
    void refusesATokenThatNeverRunsOut() {
        claims.remove("exp");
        refused();
    }

    @Test
    void refusesClaimsOfAnotherForm() {
        claims.put("organization", Json.createValue("acme"));
        refused();

        claims.put("organization", Json.createArrayBuilder().add(7).build());
        refused();

        claims.put("organization", Json.createArrayBuilder().add("acme").add("NO SLUG").build());
        refused();
    }

    @Test
    void refusesASubjectThatIsNoUuid() {
        claims.put("sub", "anna");
        refused();

        claims.remove("sub");
        refused();
    }

    private SignedIn read() {
        return OperatorClaims.read(new ClaimedToken(claims), CLIENTS);
    }

    private void refused() {
        assertThatThrownBy(this::read)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.TOKEN_INVALID));
    }

    private static JsonValue roles(String... names) {
        var roles = Json.createArrayBuilder();
        for (String name : names) {
            roles.add(name);
        }
        return Json.createObjectBuilder().add("roles", roles).build();
    }
}
