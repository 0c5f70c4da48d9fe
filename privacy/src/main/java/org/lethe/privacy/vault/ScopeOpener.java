package org.lethe.privacy.vault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.scope.Compartment;
import org.lethe.privacy.index.ScopeIndex;
import org.lethe.privacy.outbox.Outbox;
import org.lethe.privacy.redis.KeyRecords;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.script.ScriptCall;
import org.lethe.privacy.redis.script.ScriptReply;
import org.lethe.privacy.retention.Lifetimes;
import org.lethe.privacy.seal.AssociatedData;
import org.lethe.privacy.seal.DataKey;
import org.lethe.privacy.seal.KeyEncryption;
import org.lethe.privacy.seal.ScopeCipher;

/**
 * Opens scopes: writes the key records by plain commands, then registers the scope by a script.
 *
 * <p>A crash between the two leaves records without content that run out by themselves; opening
 * again finds them and goes on.
 */
final class ScopeOpener {

    private final RedisStore store;
    private final KeyEncryption kek;
    private final Lifetimes lifetimes;
    private final ScopeReader reader;
    private final StoreEpochs epochs;
    private final ScopeIndex index;

    ScopeOpener(
            RedisStore store,
            KeyEncryption kek,
            Lifetimes lifetimes,
            ScopeReader reader,
            StoreEpochs epochs,
            ScopeIndex index) {
        this.store = store;
        this.kek = kek;
        this.lifetimes = lifetimes;
        this.reader = reader;
        this.epochs = epochs;
        this.index = index;
    }

    /**
     * In the order of the scopes, and in two round trips, unless some were opened before. If it
     * fails, no key is left open.
     */
    List<OpenOutcome> openAll(List<NewScope> scopes) {
        List<NewKeys> keys = scopes.stream().map(scope -> NewKeys.random()).toList();
        var outcomes = new ArrayList<OpenOutcome>();
        try {
            openAll(scopes, keys, outcomes);
            if (!store.confirm(shards(scopes))) {
                outcomes.replaceAll(ScopeOpener::unconfirmed);
            }
            return outcomes;
        } catch (RuntimeException e) {
            outcomes.forEach(OpenOutcome::close);
            throw e;
        } finally {
            keys.forEach(NewKeys::scrub);
        }
    }

    private void openAll(List<NewScope> scopes, List<NewKeys> keys, List<OpenOutcome> outcomes) {
        var writes = new ArrayList<KeyRecords.Write>();
        for (int i = 0; i < scopes.size(); i++) {
            NewScope scope = scopes.get(i);
            Duration life = lifetime(scope).plus(lifetimes.margin());
            writes.add(write(scope.id(), Compartment.CONTENT, keys.get(i).content(), life));
            writes.add(write(scope.id(), Compartment.ADDRESS, keys.get(i).address(), life));
        }
        List<Boolean> written = store.keyRecords().writeOnce(writes);
        List<ScriptReply> replies = store.runAll(scopes.stream().map(this::registration).toList());
        for (int i = 0; i < scopes.size(); i++) {
            boolean ours = written.get(2 * i) && written.get(2 * i + 1);
            outcomes.add(
                    outcome(scopes.get(i).id(), replies.get(i).at(0).text(), ours, keys.get(i)));
        }
    }

    private OpenOutcome outcome(ScopeId id, String status, boolean ours, NewKeys keys) {
        return switch (status) {
            case "lost" -> lost();
            case "destroyed" -> new OpenOutcome.Destroyed();
            case "opened" ->
                    ours
                            ? new OpenOutcome.Opened(
                                    reader.cipher(id, keys.content(), keys.address()))
                            : reread(id, true);
            case "already" -> reread(id, false);
            default -> throw new IllegalStateException("an unknown answer of open.lua");
        };
    }

    private OpenOutcome lost() {
        epochs.refreshSoon();
        return new OpenOutcome.Unavailable(Unavailability.STORE_LOST);
    }

    // Some of the records were there before ours.
    private OpenOutcome reread(ScopeId id, boolean opened) {
        KeyRecords.Found found = store.keyRecords().read(List.of(ScopeReader.place(id))).getFirst();
        Optional<byte[]> content = found.content();
        if (content.isEmpty()) {
            return new OpenOutcome.Destroyed();
        }
        Optional<ScopeCipher> cipher = reader.cipher(id, content.get(), found.address());
        if (cipher.isEmpty()) {
            return new OpenOutcome.Unavailable(Unavailability.KEY_UNREADABLE);
        }
        return opened
                ? new OpenOutcome.Opened(cipher.get())
                : new OpenOutcome.AlreadyOpen(cipher.get());
    }

    /** What was opened is not sure to be there, whatever becomes of Redis. */
    private static OpenOutcome unconfirmed(OpenOutcome outcome) {
        return switch (outcome) {
            case OpenOutcome.Destroyed _, OpenOutcome.Unavailable _ -> outcome;
            case OpenOutcome.Opened _, OpenOutcome.AlreadyOpen _ -> {
                outcome.close();
                yield new OpenOutcome.Unavailable(Unavailability.NOT_REPLICATED);
            }
        };
    }

    private static List<Integer> shards(List<NewScope> scopes) {
        return scopes.stream().map(scope -> scope.id().shard()).distinct().toList();
    }

    private Duration lifetime(NewScope scope) {
        return lifetimes.checked(scope.id().kind(), scope.lifetime());
    }

    private KeyRecords.Write write(ScopeId id, Compartment compartment, byte[] key, Duration life) {
        return new KeyRecords.Write(
                id.shard(),
                ScopeKeyNames.slot(id, compartment.slot()),
                kek.wrap(key, AssociatedData.ofKey(id, compartment)),
                life);
    }

    private ScriptCall registration(NewScope scope) {
        ScopeId id = scope.id();
        // The ceiling is that of the key's time to live, which ends a margin after the deadline.
        long total =
                lifetimes
                        .total(id.kind())
                        .map(it -> it.minus(lifetimes.margin()).toMillis())
                        .orElse(0L);
        var meta = new ArrayList<Object>();
        scope.meta().forEach((field, value) -> meta.addAll(List.of(field.code(), value)));
        List<String> foundBy = index.terms(scope.account(), scope.foundBy());
        return ScriptCall.on(
                VaultScripts.OPEN,
                id,
                scope.account(),
                lifetime(scope).toMillis(),
                total,
                lifetimes.margin().toMillis(),
                id.epoch(),
                scope.meta().size(),
                meta,
                foundBy.size(),
                foundBy,
                Outbox.args(scope.events()));
    }

    /** Keys that are not anybody's yet. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record NewKeys(byte[] content, byte[] address) {

        static NewKeys random() {
            return new NewKeys(DataKey.random(), DataKey.random());
        }

        void scrub() {
            Arrays.fill(content, (byte) 0);
            Arrays.fill(address, (byte) 0);
        }
    }
}
