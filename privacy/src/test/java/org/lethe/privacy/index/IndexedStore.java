package org.lethe.privacy.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.lethe.privacy.test.TestVault.ACME;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.DetailName;
import org.lethe.contracts.personal.DetailText;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.contracts.subject.Identifier;
import org.lethe.privacy.reaper.Reaper;
import org.lethe.privacy.redis.ShardLeases;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptCall;
import org.lethe.privacy.test.RedisProcess;
import org.lethe.privacy.test.TestVault;
import org.lethe.privacy.vault.NewScope;
import org.lethe.privacy.vault.OpenOutcome;
import org.lethe.privacy.vault.Vault;

/** A Redis with a vault, and people to be found. */
final class IndexedStore implements AutoCloseable {

    static final Duration VISIT = Duration.ofSeconds(170);
    static final Duration SHORT = Duration.ofMillis(500);
    static final AccountId GLOBEX = new AccountId("globex");
    private static final Script REINDEX = Script.load("test/reindex.lua");

    static final Identifier ADA = new Identifier.Email(EmailAddress.of("Ada@example.org"));
    static final Identifier CUSTOMER =
            new Identifier.Detail(DetailName.of("customer"), DetailText.of("4711"));
    static final ClientAddress HOME = ClientAddress.of("192.0.2.7");
    static final Identifier ADDRESS = new Identifier.Address(HOME);
    static final Identifier NETWORK = Identifier.Network.of(HOME);
    static final Set<Identifier> ALL = Set.of(ADA, CUSTOMER, ADDRESS, NETWORK);

    private final RedisProcess redis = RedisProcess.start();
    private TestVault suite = TestVault.on(redis);

    RedisProcess redis() {
        return redis;
    }

    TestVault suite() {
        return suite;
    }

    Vault vault() {
        return suite.vault();
    }

    /** Goes on with lifetimes that a test can wait for. */
    void use(Duration margin) {
        suite.close();
        suite = TestVault.on(redis.settings(), TestVault.shortLifetimes(margin));
    }

    void reapUntilNothingIsLeft() {
        try (var leases = ShardLeases.start(suite.store(), Duration.ofSeconds(2));
                var reaper = Reaper.start(suite.store(), leases)) {
            await().atMost(Duration.ofSeconds(20)).until(() -> reaper.status().destroyed() == 1);
        }
    }

    <S extends ScopeId> S open(
            S id, AccountId account, Duration lifetime, Set<Identifier> foundBy) {
        OpenOutcome outcome = vault().open(scope(id, account, lifetime, foundBy));
        assertThat(outcome).isInstanceOf(OpenOutcome.Opened.class);
        outcome.close();
        return id;
    }

    NewScope scope(ScopeId id, AccountId account, Duration lifetime, Set<Identifier> foundBy) {
        return new NewScope(id, account, lifetime, Map.of(), List.of(), foundBy);
    }

    /** As a service's script does when what names a visitor has changed. */
    void reindex(VisitId visit, Set<Identifier> foundBy) {
        suite.store().run(ScriptCall.on(REINDEX, visit, vault().index().terms(ACME, foundBy)));
    }

    FindOutcome.Found found(Set<Identifier> identifiers) {
        return (FindOutcome.Found) vault().index().find(ACME, identifiers);
    }

    Set<ScopeId> by(Identifier identifier) {
        return found(Set.of(identifier)).any();
    }

    Set<ScopeId> by(Identifier identifier, Duration age) {
        return ((FindOutcome.Found) vault().index().find(ACME, Set.of(identifier), age)).any();
    }

    /** By how much the time of a scope's shard is ahead of Redis' own. */
    void setForward(ScopeId scope, Duration ahead) {
        byte[] millis = bytes(Long.toString(ahead.toMillis()));
        redis.admin(commands -> commands.set("{s%02d}:forward".formatted(scope.shard()), millis));
    }

    /** The sets of all shards. */
    List<String> entryKeys() {
        return redis.admin(commands -> commands.keys("*:by:*"));
    }

    /** The scopes that stand in them. */
    List<String> entries() {
        return redis.admin(commands ->
                commands.keys("*:by:*").stream()
                        .flatMap(key -> commands.zrange(key, 0, -1).stream())
                        .map(IndexedStore::text)
                        .distinct()
                        .toList());
    }

    /** Until when a visit's entries are kept. */
    String end(VisitId visit) {
        String state = "{s%02d}:%s:m".formatted(visit.shard(), visit.value());
        return text(redis.admin(commands -> commands.hget(state, "indexed")));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        suite.close();
        redis.close();
    }
}
