package org.lethe.privacy.index;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.lethe.privacy.index.IndexedStore.ADA;
import static org.lethe.privacy.index.IndexedStore.ADDRESS;
import static org.lethe.privacy.index.IndexedStore.ALL;
import static org.lethe.privacy.index.IndexedStore.CUSTOMER;
import static org.lethe.privacy.index.IndexedStore.NETWORK;
import static org.lethe.privacy.index.IndexedStore.SHORT;
import static org.lethe.privacy.index.IndexedStore.VISIT;
import static org.lethe.privacy.index.IndexedStore.bytes;
import static org.lethe.privacy.test.TestVault.ACME;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.VisitId;

/** How long an entry of the index lives: no longer than what it finds. */
class EntriesIT {

    private final IndexedStore store = new IndexedStore();

    @AfterEach
    void stop() {
        store.close();
    }

    @ParameterizedTest
    @EnumSource(DestroyReason.class)
    void leavesNoEntryOfWhatIsDestroyed(DestroyReason reason) {
        VisitId visit = store.open(store.vault().newVisitId(), ACME, VISIT, ALL);
        ChatId chat = store.open(store.vault().newChatId(), ACME, VISIT, ALL);
        assertThat(store.vault().remains(List.of(visit))).isEqualTo(3 + 1 + ALL.size());

        store.vault().destroy(visit, reason, List.of());

        assertThat(store.found(ALL).any()).containsOnly(chat);
        assertThat(store.entries()).containsOnly(chat.value());
        store.vault().destroy(chat, reason, List.of());
        assertThat(store.entryKeys()).isEmpty();
        assertThat(store.vault().remains(List.of(visit, chat))).isZero();
    }

    @Test
    void leavesNoEntryOfWhatIsReaped() {
        store.use(SHORT);
        store.open(store.vault().newVisitId(), ACME, SHORT, ALL);
        assertThat(store.entryKeys()).hasSize(ALL.size());

        store.reapUntilNothingIsLeft();

        assertThat(store.entryKeys()).isEmpty();
    }

    /** No reaper was there in time. */
    @Test
    void findsNothingWhoseKeysRanOutByThemselves() {
        store.use(Duration.ofMillis(200));
        VisitId visit = store.open(store.vault().newVisitId(), ACME, SHORT, ALL);
        String key = "{s%02d}:%s:kc".formatted(visit.shard(), visit.value());
        await().atMost(Duration.ofSeconds(20))
                .until(() -> store.redis().admin(commands -> commands.exists(key)) == 0);

        assertThat(store.found(ALL).any()).isEmpty();
        assertThat(store.entryKeys()).hasSize(ALL.size());
        for (String each : store.entryKeys()) {
            long life = store.redis().admin(commands -> commands.pttl(each));
            assertThat(life).isBetween(1L, 60_000L);
        }
    }

    @Test
    void forgetsTheAddressAloneAndForGood() {
        VisitId visit = store.open(store.vault().newVisitId(), ACME, VISIT, ALL);

        store.vault().destroyAddresses(List.of(visit));

        assertThat(store.found(ALL).scopes())
                .containsOnly(
                        Map.entry(ADA, Set.of(visit)),
                        Map.entry(CUSTOMER, Set.of(visit)),
                        Map.entry(ADDRESS, Set.of()),
                        Map.entry(NETWORK, Set.of()));
        assertThat(store.entryKeys()).hasSize(2);
        store.reindex(visit, ALL);
        assertThat(store.by(ADDRESS)).isEmpty();
        assertThat(store.entryKeys()).hasSize(2);
    }

    @Test
    void followsWhatAScopeIsFoundByNow() {
        VisitId visit =
                store.open(
                        store.vault().newVisitId(),
                        ACME,
                        VISIT,
                        Set.of(CUSTOMER, ADDRESS, NETWORK));

        store.reindex(visit, Set.of(ADA));

        assertThat(store.found(ALL).scopes())
                .containsOnly(
                        Map.entry(ADA, Set.of(visit)),
                        Map.entry(CUSTOMER, Set.of()),
                        Map.entry(ADDRESS, Set.of(visit)),
                        Map.entry(NETWORK, Set.of(visit)));
        store.reindex(visit, Set.of());
        assertThat(store.entryKeys()).hasSize(2);
        store.vault().destroy(visit, DestroyReason.LEFT, List.of());
        assertThat(store.entryKeys()).isEmpty();
    }

    /** Also one that was opened by the version before, or with nothing. */
    @Test
    void findsWhatGotItsIdentifiersLater() {
        VisitId visit = store.open(store.vault().newVisitId(), ACME, VISIT, Set.of());

        store.reindex(visit, Set.of(ADA));

        assertThat(store.by(ADA)).containsOnly(visit);
        store.vault().destroy(visit, DestroyReason.LEFT, List.of());
        assertThat(store.entryKeys()).isEmpty();
    }

    @Test
    void findsARenewedScopeForAsLongAsItLives() {
        VisitId visit = store.open(store.vault().newVisitId(), ACME, Duration.ofSeconds(1), ALL);
        // As if it had been renewed for long: its entries are about to end.
        store.redis()
                .admin(commands -> {
                    String prefix = "{s%02d}:".formatted(visit.shard());
                    commands.hset(prefix + visit.value() + ":m", "indexed", bytes("1"));
                    for (String key : store.entryKeys()) {
                        commands.zadd(
                                key,
                                (double) (System.currentTimeMillis() + 2_000),
                                bytes(visit.value()));
                        commands.pexpire(key, 2_000);
                    }
                    return commands.ping();
                });

        store.vault().renew(visit, VISIT);

        for (String key : store.entryKeys()) {
            long life = store.redis().admin(commands -> commands.pttl(key));
            assertThat(life).isBetween(VISIT.toMillis(), VISIT.plusSeconds(71).toMillis());
        }
        String own = "{s%02d}:%s:".formatted(visit.shard(), visit.value());
        long slot = store.redis().admin(commands -> commands.pttl(own + "terms"));
        long keys = store.redis().admin(commands -> commands.pttl(own + "kc"));
        assertThat(slot).isCloseTo(keys, within(1_000L));
        assertThat(store.found(ALL).any()).containsOnly(visit);
        String moved = store.end(visit);
        store.vault().renew(visit, VISIT);
        assertThat(store.end(visit)).isEqualTo(moved);
    }

    /** They would stay for as long as somebody else is found by the same. */
    @Test
    void dropsEntriesThatRanOut() {
        VisitId visit = store.open(store.vault().newVisitId(), ACME, VISIT, Set.of(NETWORK));
        String key = store.entryKeys().getFirst();
        store.redis().admin(commands -> commands.zadd(key, 1, bytes("v00-stale")));

        store.reindex(visit, Set.of());
        store.vault().destroy(visit, DestroyReason.LEFT, List.of());
        assertThat(store.entries()).containsOnly("v00-stale");
        VisitId next = store.vault().newVisitId();
        while (next.shard() != visit.shard()) {
            next = store.vault().newVisitId();
        }
        store.open(next, ACME, VISIT, Set.of(NETWORK));

        assertThat(store.entries()).containsOnly(next.value());
    }

    /** A hundred thousand visits are renewed every few seconds. */
    @Test
    void makesARenewalNoDearer() {
        VisitId named = store.open(store.vault().newVisitId(), ACME, VISIT, ALL);
        VisitId nameless = store.open(store.vault().newVisitId(), ACME, VISIT, Set.of());

        assertThat(commandsOfARenewal(named)).isEqualTo(commandsOfARenewal(nameless));
    }

    private Map<String, Long> commandsOfARenewal(VisitId visit) {
        store.vault().renew(visit, VISIT);
        store.redis().admin(commands -> commands.configResetstat());
        store.vault().renew(visit, VISIT);
        return store.redis()
                .admin(commands -> commands.info("commandstats"))
                .lines()
                .filter(line -> line.matches("cmdstat_(pexpire.*|z.*|s(add|rem|members)|h.*):.*"))
                .collect(
                        toMap(
                                line -> line.substring(0, line.indexOf(':')),
                                line ->
                                        Long.parseLong(
                                                line.replaceAll(".*calls=(\\d+),.*", "$1"))));
    }
}
