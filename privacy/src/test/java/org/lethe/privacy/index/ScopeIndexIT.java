package org.lethe.privacy.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lethe.privacy.index.IndexedStore.ADA;
import static org.lethe.privacy.index.IndexedStore.ADDRESS;
import static org.lethe.privacy.index.IndexedStore.ALL;
import static org.lethe.privacy.index.IndexedStore.CUSTOMER;
import static org.lethe.privacy.index.IndexedStore.GLOBEX;
import static org.lethe.privacy.index.IndexedStore.NETWORK;
import static org.lethe.privacy.index.IndexedStore.VISIT;
import static org.lethe.privacy.index.IndexedStore.bytes;
import static org.lethe.privacy.test.TestVault.ACME;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ReferenceNumber;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.personal.DetailName;
import org.lethe.contracts.personal.DetailText;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.contracts.subject.Identifier;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.privacy.vault.NewScope;
import org.lethe.privacy.vault.OpenOutcome;

/** Whom identifiers find. */
class ScopeIndexIT {

    private final IndexedStore store = new IndexedStore();

    @AfterEach
    void stop() {
        store.close();
    }

    @Test
    void findsAScopeByEachOfItsIdentifiers() {
        VisitId visit = store.open(store.vault().newVisitId(), ACME, VISIT, ALL);
        VisitId other = store.open(store.vault().newVisitId(), ACME, VISIT, Set.of(NETWORK));
        Identifier unknown = new Identifier.Email(EmailAddress.of("bob@example.org"));

        var found = store.found(Set.of(ADA, CUSTOMER, ADDRESS, NETWORK, unknown));

        assertThat(found.scopes())
                .containsOnly(
                        Map.entry(ADA, Set.of(visit)),
                        Map.entry(CUSTOMER, Set.of(visit)),
                        Map.entry(ADDRESS, Set.of(visit)),
                        Map.entry(NETWORK, Set.of(visit, other)),
                        Map.entry(unknown, Set.of()));
        assertThat(found.any()).containsExactlyInAnyOrder(visit, other);
        assertThat(found.each(List.of(ADA, NETWORK))).containsExactly(visit);
        assertThat(found.each(List.of(unknown, NETWORK))).isEmpty();
    }

    @Test
    void findsByAnyWayOfWritingTheSame() {
        ChatId chat = store.vault().newChatId();
        store.open(
                chat, ACME, VISIT, Set.of(ADA, new Identifier.Reference(ReferenceNumber.of(chat))));

        assertThat(store.by(new Identifier.Email(EmailAddress.of("aDA@EXAMPLE.org"))))
                .containsOnly(chat);
        String number = ReferenceNumber.of(chat).value().replace("-", " ");
        assertThat(store.by(new Identifier.Reference(ReferenceNumber.of(number))))
                .containsOnly(chat);
    }

    @Test
    void neverFindsWhatIsOfAnotherAccount() {
        store.open(store.vault().newVisitId(), GLOBEX, VISIT, ALL);

        assertThat(store.found(ALL).any()).isEmpty();
    }

    /** As if one had been left behind, or planted. */
    @Test
    void findsNothingByAnEntryOfAScopeThatIsNotOpenOrOfAnotherAccount() {
        VisitId mine = store.open(store.vault().newVisitId(), ACME, VISIT, Set.of(ADA));
        VisitId others = store.open(store.vault().newVisitId(), GLOBEX, VISIT, Set.of());
        VisitId never = store.vault().newVisitId();
        String term = store.vault().index().terms(ACME, Set.of(ADA)).getFirst().substring(1);
        store.redis()
                .admin(commands -> {
                    for (VisitId visit : List.of(others, never)) {
                        String shard = "{s%02d}".formatted(visit.shard());
                        commands.zadd(shard + ":by:" + term, 2e12, bytes(visit.value()));
                    }
                    return commands.ping();
                });

        assertThat(store.by(ADA)).containsOnly(mine);
    }

    @Test
    void tellsWhenThereAreMoreThanOneSearchTells() {
        var scopes = new ArrayList<NewScope>();
        for (int i = 0; i < ScopeIndex.MOST; i++) {
            scopes.add(store.scope(store.vault().newVisitId(), ACME, VISIT, Set.of(NETWORK)));
        }
        store.vault().openAll(scopes).forEach(OpenOutcome::close);
        assertThat(store.by(NETWORK)).hasSize(ScopeIndex.MOST);

        VisitId last = store.open(store.vault().newVisitId(), ACME, VISIT, Set.of(NETWORK));

        assertThat(store.vault().index().find(ACME, Set.of(ADA, NETWORK)))
                .isEqualTo(new FindOutcome.TooMany());
        store.vault().destroy(last, DestroyReason.LEFT, List.of());
        assertThat(store.by(NETWORK)).hasSize(ScopeIndex.MOST);
    }

    /** A shard's time stays ahead, once the clock of its Redis went back (ADR 0016). */
    @Test
    void tellsAgesByTheTimeOfTheScopesShard() {
        VisitId level = store.vault().newVisitId();
        VisitId ahead = onAnotherShard(level);
        store.setForward(ahead, Duration.ofMinutes(10));
        store.open(level, ACME, VISIT, Set.of(ADA));
        store.open(ahead, ACME, VISIT, Set.of(ADA));

        assertThat(store.by(ADA, Duration.ZERO)).containsExactlyInAnyOrder(level, ahead);
        assertThat(store.by(ADA, Duration.ofMinutes(-1))).containsExactlyInAnyOrder(level, ahead);
        assertThat(store.by(ADA, Duration.ofMinutes(1))).isEmpty();

        // As when a minute has gone there.
        store.setForward(ahead, Duration.ofMinutes(11));
        assertThat(store.by(ADA, Duration.ofMinutes(1))).containsExactly(ahead);
    }

    @Test
    void looksForManyAtOnce() {
        var wanted = new ArrayList<Identifier>();
        for (int i = 0; i < 120; i++) {
            wanted.add(new Identifier.Detail(DetailName.of("customer"), DetailText.of("no " + i)));
        }
        VisitId visit = store.open(store.vault().newVisitId(), ACME, VISIT, Set.copyOf(wanted));

        assertThat(store.found(Set.copyOf(wanted)).each(wanted)).containsOnly(visit);
    }

    @Test
    void isNotSureOfAnythingWhileTheStoreIsAway() {
        store.redis().kill();

        assertThatThrownBy(() -> store.vault().index().find(ACME, ALL))
                .isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void writesNothingOfAnIdentifierAndNothingEndless() {
        VisitId visit = store.open(store.vault().newVisitId(), ACME, VISIT, ALL);
        store.reindex(visit, ALL);
        List<String> wanted = List.of("ada", "4711", "192.0.2", "customer", "example.org");

        store.redis()
                .admin(commands -> {
                    for (String key : commands.keys("*")) {
                        var dump = new String(commands.dump(key), StandardCharsets.ISO_8859_1);
                        for (String text : wanted) {
                            String base64 = Base64.getEncoder().encodeToString(bytes(text));
                            assertThat(key + dump).doesNotContainIgnoringCase(text, base64);
                        }
                        if (!key.endsWith(":epoch")) {
                            assertThat(commands.pttl(key)).as(key).isPositive();
                        }
                    }
                    return commands.ping();
                });
    }

    private VisitId onAnotherShard(VisitId visit) {
        return Stream.generate(store.vault()::newVisitId)
                .filter(other -> other.shard() != visit.shard())
                .findFirst()
                .orElseThrow();
    }
}
