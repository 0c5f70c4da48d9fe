package org.lethe.presence.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.VisitId;
import org.lethe.presence.it.Site.Visit;
import org.lethe.presence.visit.VisitStore;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.vault.ScopeKeyNames;
import org.lethe.runtime.caller.TokenIssuer;
import org.lethe.stack.fixture.LetheInfrastructure;

@QuarkusTest
@WithTestResource(LongVisits.class)
@WithTestResource(LetheInfrastructure.class)
class UnreadableVisitsIT {

    private static final String URL = "https://acme.example/";
    private static final int KEY_RECORD = 65;

    @Inject RedisStore redis;
    @Inject VisitStore store;
    @Inject TokenIssuer tokens;

    @TestHTTPResource("/")
    URI address;

    private final Site acme = new Site("acme");

    /** As an id is that was given out before the store was lost. */
    private final VisitId lost = VisitId.mint("l0st", new SecureRandom());

    @BeforeEach
    void haveAnAccount() {
        acme.with(false);
    }

    @Test
    void showsTheOthersBesideVisitsThatCantBeRead() {
        VisitId readable = visit();
        VisitId unreadable = visit();
        byte[] noKey = new byte[KEY_RECORD];
        Arrays.fill(noKey, (byte) 1);
        redis.keyspace().put(ScopeKeyNames.slot(unreadable, "kc"), noKey, Duration.ofSeconds(30));

        assertThat(store.read(List.of(lost, unreadable, readable))).containsOnlyKeys(readable);
    }

    @Test
    void tellsThePageOfALostVisitThatItIsLostSoThatItOpensAnother() {
        Visit visit =
                new Visit(lost.value(), tokens.visitToken(new AccountId("acme"), lost).value());

        try (TestClient page = new Sockets(address).arrive(acme, visit)) {
            assertThat(page.closeCode()).isEqualTo(ErrorCode.SCOPE_LOST.closeCode());
        }
    }

    private VisitId visit() {
        return new VisitId(acme.visit(URL, "192.0.2.1").id());
    }
}
