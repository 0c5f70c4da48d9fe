package org.lethe.privacy.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.lethe.privacy.test.TestVault.ACME;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ReferenceNumber;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.DetailName;
import org.lethe.contracts.personal.DetailText;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.contracts.subject.Identifier;
import org.lethe.privacy.reaper.Reaper;
import org.lethe.privacy.redis.ShardLeases;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptCall;
import org.lethe.privacy.test.RedisProcess;
import org.lethe.privacy.test.TestVault;
import org.lethe.privacy.vault.NewScope;
import org.lethe.privacy.vault.OpenOutcome;

class ScopeIndexIT {

    private static final Duration VISIT = Duration.ofSeconds(170);
    private static final Duration SHORT = Duration.ofMillis(500);
    private static final AccountId GLOBEX = new AccountId("globex");
    private static final Script REINDEX = Script.load("test/reindex.lua");

    private static final Identifier ADA = new Identifier.Email(EmailAddress.of("Ada@example.org"));
    private static final Identifier CUSTOMER =
            new Identifier.Detail(DetailName.of("customer"), DetailText.of("4711"));
    private static final ClientAddress HOME = ClientAddress.of("192.0.2.7");
    private static final Identifier ADDRESS = new Identifier.Address(HOME);
    private static final Identifier NETWORK = Identifier.Network.of(HOME);
    private static final Set<Identifier> ALL = Set.of(ADA, CUSTOMER, ADDRESS, NETWORK);

    private RedisProcess redis;
    private TestVault suite;

    @BeforeEach
    void start() {
        redis = RedisProcess.start();
        suite = TestVault.on(redis);
    }

    @AfterEach
    void stop() {
        suite.close();
        redis.close();
    }

    @Test
    void findsAScopeByEachOfItsIdentifiers() {
        VisitId visit = open(suite.vault().newVisitId(), ACME, VISIT, ALL);
        VisitId other = open(suite.vault().newVisitId(), ACME, VISIT, Set.of(NETWORK));
        Identifier unknown = new Identifier.Email(EmailAddress.of("bob@example.org"));

        var found = found(Set.of(ADA, CUSTOMER, ADDRESS, NETWORK, unknown));

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
        ChatId chat = suite.vault().newChatId();
        open(chat, ACME, VISIT, Set.of(ADA, new Identifier.Reference(ReferenceNumber.of(chat))));

        assertThat(by(new Identifier.Email(EmailAddress.of("aDA@EXAMPLE.org")))).containsOnly(chat);
        String number = ReferenceNumber.of(chat).value().replace("-", " ");
        assertThat(by(new Identifier.Reference(ReferenceNumber.of(number)))).containsOnly(chat);
    }

    @Test
    void neverFindsWhatIsOfAnotherAccount() {
        open(suite.vault().newVisitId(), GLOBEX, VISIT, ALL);

        assertThat(found(ALL).any()).isEmpty();
    }

    /** As if one had been left behind, or planted. */
    @Test
    void findsNothingByAnEntryOfAScopeThatIsNotOpenOrOfAnotherAccount() {
        VisitId mine = open(suite.vault().newVisitId(), ACME, VISIT, Set.of(ADA));
        VisitId others = open(suite.vault().newVisitId(), GLOBEX, VISIT, Set.of());
        VisitId never = suite.vault().newVisitId();
        String term = suite.vault().terms(ACME, Set.of(ADA)).getFirst().substring(1);
        redis.admin(commands -> {
            for (VisitId visit : List.of(others, never)) {
                String shard = "{s%02d}".formatted(visit.shard());
                commands.zadd(shard + ":by:" + term, 2e12, bytes(visit.value()));
            }
            return commands.ping();
        });

        assertThat(by(ADA)).containsOnly(mine);
    }

    @ParameterizedTest
    @EnumSource(DestroyReason.class)
    void leavesNoEntryOfWhatIsDestroyed(DestroyReason reason) {
        VisitId visit = open(suite.vault().newVisitId(), ACME, VISIT, ALL);
        ChatId chat = open(suite.vault().newChatId(), ACME, VISIT, ALL);
        assertThat(suite.vault().remains(List.of(visit))).isEqualTo(3 + 1 + ALL.size());

        suite.vault().destroy(visit, reason, List.of());

        assertThat(found(ALL).any()).containsOnly(chat);
        assertThat(entries()).containsOnly(chat.value());
        suite.vault().destroy(chat, reason, List.of());
        assertThat(entryKeys()).isEmpty();
        assertThat(suite.vault().remains(List.of(visit, chat))).isZero();
    }

    @Test
    void leavesNoEntryOfWhatIsReaped() {
        use(SHORT);
        open(suite.vault().newVisitId(), ACME, SHORT, ALL);
        assertThat(entryKeys()).hasSize(ALL.size());

        reapUntilNothingIsLeft();

        assertThat(entryKeys()).isEmpty();
    }

    /** No reaper was there in time; a late one still knows the terms. */
    @Test
    void findsNothingWhoseKeysRanOutByThemselves() {
        use(Duration.ofMillis(200));
        VisitId visit = open(suite.vault().newVisitId(), ACME, SHORT, ALL);
        String key = "{s%02d}:%s:kc".formatted(visit.shard(), visit.value());
        await().atMost(Duration.ofSeconds(20))
                .until(() -> redis.admin(commands -> commands.exists(key)) == 0);

        assertThat(found(ALL).any()).isEmpty();
        reapUntilNothingIsLeft();
        assertThat(entryKeys()).isEmpty();
    }

    @Test
    void forgetsTheAddressAloneAndForGood() {
        VisitId visit = open(suite.vault().newVisitId(), ACME, VISIT, ALL);

        suite.vault().destroyAddresses(List.of(visit));

        assertThat(found(ALL).scopes())
                .containsOnly(
                        Map.entry(ADA, Set.of(visit)),
                        Map.entry(CUSTOMER, Set.of(visit)),
                        Map.entry(ADDRESS, Set.of()),
                        Map.entry(NETWORK, Set.of()));
        assertThat(entryKeys()).hasSize(2);
        reindex(visit, ALL);
        assertThat(by(ADDRESS)).isEmpty();
        assertThat(entryKeys()).hasSize(2);
    }

    @Test
    void followsWhatAScopeIsFoundByNow() {
        VisitId visit =
                open(suite.vault().newVisitId(), ACME, VISIT, Set.of(CUSTOMER, ADDRESS, NETWORK));

        reindex(visit, Set.of(ADA));

        assertThat(found(ALL).scopes())
                .containsOnly(
                        Map.entry(ADA, Set.of(visit)),
                        Map.entry(CUSTOMER, Set.of()),
                        Map.entry(ADDRESS, Set.of(visit)),
                        Map.entry(NETWORK, Set.of(visit)));
        reindex(visit, Set.of());
        assertThat(entryKeys()).hasSize(2);
        suite.vault().destroy(visit, DestroyReason.LEFT, List.of());
        assertThat(entryKeys()).isEmpty();
    }

    /** Also one that was opened by the version before, or with nothing. */
    @Test
    void findsWhatGotItsIdentifiersLater() {
        VisitId visit = open(suite.vault().newVisitId(), ACME, VISIT, Set.of());

        reindex(visit, Set.of(ADA));

        assertThat(by(ADA)).containsOnly(visit);
        suite.vault().destroy(visit, DestroyReason.LEFT, List.of());
        assertThat(entryKeys()).isEmpty();
    }

    @Test
    void findsARenewedScopeForAsLongAsItLives() {
        VisitId visit = open(suite.vault().newVisitId(), ACME, Duration.ofSeconds(1), ALL);
        // As if it had been renewed for long: its entries are about to end.
        redis.admin(commands -> {
            String prefix = "{s%02d}:".formatted(visit.shard());
            commands.hset(prefix + visit.value() + ":m", "indexed", bytes("1"));
            commands.pexpire(prefix + visit.value() + ":terms", 2_000);
            for (String key : entryKeys()) {
                commands.zadd(
                        key, (double) (System.currentTimeMillis() + 2_000), bytes(visit.value()));
                commands.pexpire(key, 2_000);
            }
            return commands.ping();
        });

        suite.vault().renew(visit, VISIT);

        for (String key : entryKeys()) {
            long life = redis.admin(commands -> commands.pttl(key));
            assertThat(life).isBetween(VISIT.toMillis(), VISIT.plusMinutes(11).toMillis());
        }
        assertThat(found(ALL).any()).containsOnly(visit);
        String moved = end(visit);
        suite.vault().renew(visit, VISIT);
        assertThat(end(visit)).isEqualTo(moved);
    }

    /** They would stay for as long as somebody else is found by the same. */
    @Test
    void dropsEntriesThatRanOut() {
        VisitId visit = open(suite.vault().newVisitId(), ACME, VISIT, Set.of(NETWORK));
        String key = entryKeys().getFirst();
        redis.admin(commands -> commands.zadd(key, 1, bytes("v00-stale")));

        reindex(visit, Set.of());
        suite.vault().destroy(visit, DestroyReason.LEFT, List.of());
        assertThat(entries()).containsOnly("v00-stale");
        VisitId next = suite.vault().newVisitId();
        while (next.shard() != visit.shard()) {
            next = suite.vault().newVisitId();
        }
        open(next, ACME, VISIT, Set.of(NETWORK));

        assertThat(entries()).containsOnly(next.value());
    }

    @Test
    void writesNothingOfAnIdentifierAndNothingEndless() {
        VisitId visit = open(suite.vault().newVisitId(), ACME, VISIT, ALL);
        reindex(visit, ALL);
        List<String> wanted = List.of("ada", "4711", "192.0.2", "customer", "example.org");

        redis.admin(commands -> {
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

    @Test
    void tellsWhenThereAreMoreThanOneSearchTells() {
        var scopes = new ArrayList<NewScope>();
        for (int i = 0; i < ScopeIndex.MOST; i++) {
            scopes.add(scope(suite.vault().newVisitId(), ACME, VISIT, Set.of(NETWORK)));
        }
        suite.vault().openAll(scopes).forEach(OpenOutcome::close);
        assertThat(by(NETWORK)).hasSize(ScopeIndex.MOST);

        VisitId last = open(suite.vault().newVisitId(), ACME, VISIT, Set.of(NETWORK));

        assertThat(suite.vault().find(ACME, Set.of(ADA, NETWORK)))
                .isEqualTo(new FindOutcome.TooMany());
        suite.vault().destroy(last, DestroyReason.LEFT, List.of());
        assertThat(by(NETWORK)).hasSize(ScopeIndex.MOST);
    }

    @Test
    void looksForManyAtOnce() {
        var wanted = new ArrayList<Identifier>();
        for (int i = 0; i < 120; i++) {
            wanted.add(new Identifier.Detail(DetailName.of("customer"), DetailText.of("no " + i)));
        }
        VisitId visit = open(suite.vault().newVisitId(), ACME, VISIT, Set.copyOf(wanted));

        assertThat(found(Set.copyOf(wanted)).each(wanted)).containsOnly(visit);
    }

    @Test
    void isNotSureOfAnythingWhileTheStoreIsAway() {
        redis.kill();

        assertThatThrownBy(() -> suite.vault().find(ACME, ALL))
                .isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void knowsOfEachKindOfIdentifierWhetherItGoesWithTheAddress() {
        assertThat(EnumSet.allOf(Identifier.Kind.class))
                .filteredOn(Identifier.Kind::isOfAddress)
                .containsOnly(Identifier.Kind.ADDRESS, Identifier.Kind.NETWORK);
    }

    private void use(Duration margin) {
        suite.close();
        suite = TestVault.on(redis.settings(), TestVault.shortLifetimes(margin));
    }

    private void reapUntilNothingIsLeft() {
        try (var leases = ShardLeases.start(suite.store(), Duration.ofSeconds(2));
                var reaper = Reaper.start(suite.store(), leases)) {
            await().atMost(Duration.ofSeconds(20)).until(() -> reaper.status().destroyed() == 1);
        }
    }

    private <S extends ScopeId> S open(
            S id, AccountId account, Duration lifetime, Set<Identifier> foundBy) {
        OpenOutcome outcome = suite.vault().open(scope(id, account, lifetime, foundBy));
        assertThat(outcome).isInstanceOf(OpenOutcome.Opened.class);
        outcome.close();
        return id;
    }

    private static NewScope scope(
            ScopeId id, AccountId account, Duration lifetime, Set<Identifier> foundBy) {
        return new NewScope(id, account, lifetime, Map.of(), List.of(), foundBy);
    }

    private void reindex(VisitId visit, Set<Identifier> foundBy) {
        suite.store().run(ScriptCall.on(REINDEX, visit, suite.vault().terms(ACME, foundBy)));
    }

    private FindOutcome.Found found(Set<Identifier> identifiers) {
        return (FindOutcome.Found) suite.vault().find(ACME, identifiers);
    }

    private Set<ScopeId> by(Identifier identifier) {
        return found(Set.of(identifier)).any();
    }

    private List<String> entryKeys() {
        return redis.admin(commands -> commands.keys("*:by:*"));
    }

    private List<String> entries() {
        return redis.admin(commands ->
                entryKeys().stream()
                        .flatMap(key -> commands.zrange(key, 0, -1).stream())
                        .map(ScopeIndexIT::text)
                        .distinct()
                        .toList());
    }

    private String end(VisitId visit) {
        String state = "{s%02d}:%s:m".formatted(visit.shard(), visit.value());
        return text(redis.admin(commands -> commands.hget(state, "indexed")));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
