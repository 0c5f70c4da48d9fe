package org.lethe.gdpr.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.lethe.gdpr.it.OpenDsr.PETRA;
import static org.lethe.gdpr.it.Subjects.ACME;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.event.LedgerEntry;
import org.lethe.contracts.event.LedgerFact.SubjectInformed;
import org.lethe.contracts.event.VisitEvent.VisitDestroyed;
import org.lethe.contracts.id.AccountId;
import org.lethe.gdpr.ledger.Ledger;
import org.lethe.gdpr.subject.Digests;
import org.lethe.gdpr.subject.Ids;
import org.lethe.runtime.event.EventSender;
import org.lethe.stack.test.LetheInfrastructure;
import org.lethe.stack.test.TestTokens;

@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
@WithTestResource(ControllerSystem.class)
class LedgerIT {

    private static final int ENTRIES = 20;

    @Inject Ledger ledger;
    @Inject EventSender events;

    private final AccountId account = new AccountId("a" + UUID.randomUUID());

    @Test
    void chainsWhatManyWritersEnter() throws Exception {
        var entered = new ArrayList<Future<LedgerEntry>>();
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < ENTRIES; i++) {
                SubjectInformed fact = fact("request " + i);
                entered.add(writers.submit(() -> ledger.append(account, fact)));
            }
        }

        List<LedgerEntry> entries = ledger.entries(account, 0, 100);
        assertThat(entries).hasSize(ENTRIES);
        for (int i = 0; i < ENTRIES; i++) {
            assertThat(entries).contains(entered.get(i).get());
            assertThat(entries.get(i).number()).isEqualTo(i + 1L);
        }
        assertThat(ledger.entries(account, 18, 100)).hasSize(2);
    }

    @Test
    void entersARequestOnce() {
        LedgerEntry first = ledger.append(account, fact("once"));

        assertThat(ledger.append(account, fact("once"))).isEqualTo(first);
        assertThat(ledger.entries(account, 0, 100)).containsExactly(first);
        assertThat(ledger.ofRequest(account, digest("once"))).contains(first);
    }

    @Test
    void countsWhatTheLifecycleTopicsTell() {
        events.send(new VisitDestroyed(Ids.visit(), ACME, DestroyReason.LEFT));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        given().auth()
                                .oauth2(TestTokens.of(PETRA))
                                .get("/v1/ledger?limit=200")
                                .then()
                                .statusCode(200)
                                .body("entries.fact.type", hasItem("scopes-destroyed")));
    }

    private SubjectInformed fact(String request) {
        return new SubjectInformed(digest(request), Instant.EPOCH, Instant.EPOCH, Map.of());
    }

    private org.lethe.contracts.event.Digest digest(String request) {
        return Digests.of(account.value() + request);
    }
}
