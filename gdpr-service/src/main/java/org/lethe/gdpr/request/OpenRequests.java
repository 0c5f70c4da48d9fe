package org.lethe.gdpr.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ErasureId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.scope.Meta;
import org.lethe.contracts.scope.MetaField;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptBatch;
import org.lethe.privacy.redis.script.ScriptCall;
import org.lethe.privacy.vault.Lookup;
import org.lethe.privacy.vault.Vault;

/**
 * The requests that are worked on: {@code {s17}:erasures}, a sorted set a shard, so that looking
 * for them is one round trip however many accounts there are.
 */
@ApplicationScoped
class OpenRequests {

    private final Vault vault;
    private final RedisStore store;
    private final Script working = Script.load("gdpr/working.lua");
    private final Script forget = Script.load("gdpr/forget.lua");

    OpenRequests(Vault vault, RedisStore store) {
        this.vault = vault;
        this.store = store;
    }

    /** In the time of the store, which may be ahead of ours after its clock went back. */
    Collection<ErasureId> olderThan(Duration age) {
        return found(age, _ -> true);
    }

    /** Those for an account that wait for a second person; none is unsealed for it. */
    Collection<ErasureId> unconfirmed(AccountId account) {
        Optional<String> its = Optional.of(account.value());
        Optional<String> step = Optional.of(new Progress.Unconfirmed().step());
        return found(
                Duration.ZERO,
                meta ->
                        meta.get(MetaField.ACCOUNT).equals(its)
                                && meta.get(MetaField.STEP).equals(step));
    }

    private Collection<ErasureId> found(Duration age, Predicate<Meta> wanted) {
        var found = new ArrayList<ErasureId>();
        var gone = new ArrayList<ScopeId>();
        vault.lookupAll(received(age))
                .forEach((scope, lookup) -> {
                    switch (lookup) {
                        case Lookup.Open open -> {
                            open.cipher().close();
                            if (wanted.test(open.meta())) {
                                found.add((ErasureId) scope);
                            }
                        }
                        case Lookup.Destroyed _ -> gone.add(scope);
                        case Lookup.Unavailable _ -> {}
                    }
                });
        store.runAll(gone.stream().map(scope -> ScriptCall.on(forget, scope)).toList());
        return found;
    }

    private List<ErasureId> received(Duration age) {
        return store.runAll(ScriptBatch.onAll(working, age.toMillis())).stream()
                .flatMap(shard -> shard.list().stream())
                .map(id -> new ErasureId(id.text()))
                .toList();
    }
}
