package org.lethe.presence.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.contracts.id.VisitId;
import org.lethe.presence.it.Site.Visit;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.vault.Lookup;
import org.lethe.privacy.vault.ScopeKeyNames;
import org.lethe.privacy.vault.Vault;
import org.lethe.stack.fixture.LetheInfrastructure;
import org.lethe.stack.fixture.TestTokens;

@QuarkusTest
@WithTestResource(ShortVisits.class)
@WithTestResource(LetheInfrastructure.class)
class AttendanceIT {

    /** From a deadline to the end of the time to live behind it. */
    private static final Duration MARGIN = Duration.ofSeconds(10);

    private static final String START = "https://acme.example/start";
    private static final String CLIENT = "192.0.2.1";

    @Inject RedisStore redis;
    @Inject Vault vault;

    @TestHTTPResource("/")
    URI address;

    private String anna = "";
    private final Site acme = new Site("acme");

    @BeforeEach
    void haveAnAccount() {
        acme.with(false);
        // Signing in takes a while, which a visit of the test must not spend waiting.
        anna = TestTokens.of("anna@acme.example");
    }

    @Test
    void isLeavingWithoutASocketAndTheSameVisitWhenBackInTime() {
        Visit visit = acme.visit(START, CLIENT);
        try (TestClient operator = watch(anna)) {
            try (TestClient page = arrive(visit)) {
                page.await("ready");
            }
            operator.awaitVisitor(visit.id(), seen -> seen.path("leaving").booleanValue());

            try (TestClient back = arrive(visit)) {
                back.await("ready");
                operator.awaitVisitor(visit.id(), seen -> !seen.path("leaving").booleanValue());
            }
        }
    }

    @Test
    void staysWhileAnotherTabIsOpen() {
        Visit visit = acme.visit(START, CLIENT);
        try (TestClient operator = watch(anna);
                TestClient staying = arrive(visit)) {
            staying.await("ready");
            staying.keepAlive();
            try (TestClient closing = arrive(visit)) {
                closing.await("ready");
                visit.leave(acme).then().statusCode(204);
            }
            staying.send(Sockets.page("https://acme.example/after"));

            JsonNode view =
                    operator.awaitVisitor(
                            visit.id(), seen -> seen.path("url").textValue().endsWith("/after"));
            assertThat(view.path("leaving").booleanValue()).isFalse();
        }
    }

    @Test
    void isLeavingAfterABeaconThatComesBeforeTheSocketCloses() {
        Visit visit = acme.visit(START, CLIENT);
        try (TestClient operator = watch(anna);
                TestClient page = arrive(visit)) {
            page.await("ready");

            visit.leave(acme).then().statusCode(204);

            operator.awaitVisitor(visit.id(), seen -> seen.path("leaving").booleanValue());
        }
    }

    @Test
    void isDestroyedAfterItsLifetimeAndLeavesNothing() {
        Visit visit = acme.visit(START, CLIENT);
        try (TestClient operator = watch(anna)) {
            operator.awaitVisitor(visit.id(), any -> true);

            operator.awaitGone(visit.id());

            VisitId id = new VisitId(visit.id());
            assertThat(vault.lookup(id)).isInstanceOf(Lookup.Destroyed.class);
            for (String slot : List.of("kc", "ka", "view", "addr")) {
                assertThat(redis.keyspace().get(ScopeKeyNames.slot(id, slot))).isEmpty();
            }
            assertThat(redis.keyspace().hash(ScopeKeyNames.meta(id))).isEmpty();
            assertThat(vault.openScopes(ScopeKind.VISIT, new AccountId("acme"))).doesNotContain(id);
            try (TestClient late = arrive(visit)) {
                assertThat(late.closeCode()).isEqualTo(ErrorCode.SCOPE_DESTROYED.closeCode());
            }
        }
    }

    @Test
    void livesOnWithHeartbeats() {
        Visit visit = acme.visit(START, CLIENT);
        VisitId id = new VisitId(visit.id());
        try (TestClient page = arrive(visit)) {
            page.await("ready");
            long end = System.nanoTime() + ShortVisits.LIFETIME.plusSeconds(3).toNanos();

            await().atMost(Duration.ofSeconds(40))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> {
                        page.send("{\"type\":\"heartbeat\"}");
                        page.await("heartbeat");
                        return System.nanoTime() > end;
                    });

            assertThat(vault.lookup(id)).isInstanceOf(Lookup.Open.class);
            assertThat(redis.keyspace().life(ScopeKeyNames.slot(id, "view")))
                    .hasValueSatisfying(
                            life -> assertThat(life).isLessThan(ShortVisits.LIFETIME.plus(MARGIN)));
        }
    }

    @Test
    void isLeavingWhenItsPageFallsSilent() {
        Visit visit = acme.visit(START, CLIENT);
        try (TestClient operator = watch(anna);
                TestClient page = arrive(visit)) {
            page.await("ready");

            operator.awaitVisitor(visit.id(), seen -> seen.path("leaving").booleanValue());
            assertThat(page.closeCode()).isEqualTo(ErrorCode.UNAVAILABLE.closeCode());
        }
    }

    @Test
    void livesNoLongerBecauseItsSilentPageIsHungUpOn() {
        Visit visit = acme.visit(START, CLIENT);
        String view = ScopeKeyNames.slot(new VisitId(visit.id()), "view");
        try (TestClient operator = watch(anna);
                TestClient page = arrive(visit)) {
            page.await("ready");
            page.send("{\"type\":\"heartbeat\"}");
            page.await("heartbeat");
            Instant lastHeard = Instant.now();

            page.closeCode();
            operator.awaitVisitor(visit.id(), seen -> seen.path("leaving").booleanValue());

            Duration left = redis.keyspace().life(view).orElseThrow();
            assertThat(Instant.now().plus(left))
                    .isBefore(lastHeard.plus(ShortVisits.LIFETIME).plus(MARGIN).plusSeconds(3));
            operator.awaitGone(visit.id());
        }
    }

    @Test
    void livesNoLongerBecauseItsConnectionWasCut() {
        Visit visit = acme.visit(START, CLIENT);
        String view = ScopeKeyNames.slot(new VisitId(visit.id()), "view");
        try (TestClient operator = watch(anna);
                TestClient page = arrive(visit)) {
            page.await("ready");
            Instant lastHeard = Instant.now();
            // Shorter than the silence that the service itself hangs up after.
            await().pollDelay(ShortVisits.LIFETIME.dividedBy(3)).until(() -> true);

            page.cut();
            operator.awaitVisitor(visit.id(), seen -> seen.path("leaving").booleanValue());

            Duration left = redis.keyspace().life(view).orElseThrow();
            assertThat(Instant.now().plus(left))
                    .isBefore(lastHeard.plus(ShortVisits.LIFETIME).plus(MARGIN).plusSeconds(3));
        }
    }

    private TestClient watch(String token) {
        return new Sockets(address).watch(token);
    }

    private TestClient arrive(Visit visit) {
        return new Sockets(address).arrive(acme, visit);
    }
}
