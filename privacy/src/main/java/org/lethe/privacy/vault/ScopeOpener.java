package org.lethe.privacy.vault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.scope.Compartment;
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

    ScopeOpener(
            RedisStore store,
            KeyEncryption kek,
            Lifetimes lifetimes,
            ScopeReader reader,
            StoreEpochs epochs) {
        this.store = store;
        this.kek = kek;
        this.lifetimes = lifetimes;
        this.reader = reader;
        this.epochs = epochs;
    }

    OpenOutcome open(NewScope scope) {
        byte[] content = DataKey.random();
        byte[] address = DataKey.random();
        try {
            return open(scope, content, address);
        } finally {
            Arrays.fill(content, (byte) 0);
            Arrays.fill(address, (byte) 0);
        }
    }

    private OpenOutcome open(NewScope scope, byte[] content, byte[] address) {
        ScopeId id = scope.id();
        Duration lifetime = lifetimes.checked(id.kind(), scope.lifetime());
        Duration life = lifetime.plus(lifetimes.margin());
        List<Boolean> written =
                store.keyRecords()
                        .writeOnce(
                                List.of(
                                        write(id, Compartment.CONTENT, content, life),
                                        write(id, Compartment.ADDRESS, address, life)));
        ScriptReply reply = store.run(registration(scope, lifetime));
        String status = reply.at(0).text();
        return switch (status) {
            case "lost" -> lost();
            case "destroyed" -> new OpenOutcome.Destroyed();
            case "opened" ->
                    written.equals(List.of(true, true))
                            ? confirmed(
                                    id, new OpenOutcome.Opened(reader.cipher(id, content, address)))
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
        return confirmed(
                id,
                opened
                        ? new OpenOutcome.Opened(cipher.get())
                        : new OpenOutcome.AlreadyOpen(cipher.get()));
    }

    private OpenOutcome confirmed(ScopeId id, OpenOutcome outcome) {
        return store.confirm(List.of(id.shard()))
                ? outcome
                : new OpenOutcome.Unavailable(Unavailability.NOT_REPLICATED);
    }

    private KeyRecords.Write write(ScopeId id, Compartment compartment, byte[] key, Duration life) {
        return new KeyRecords.Write(
                id.shard(),
                ScopeKeyNames.slot(id, compartment.slot()),
                kek.wrap(key, AssociatedData.ofKey(id, compartment)),
                life);
    }

    private ScriptCall registration(NewScope scope, Duration lifetime) {
        ScopeId id = scope.id();
        // The ceiling is that of the key's time to live, which ends a margin after the deadline.
        long total =
                lifetimes
                        .total(id.kind())
                        .map(it -> it.minus(lifetimes.margin()).toMillis())
                        .orElse(0L);
        var meta = new ArrayList<Object>();
        scope.meta().forEach((field, value) -> meta.addAll(List.of(field.code(), value)));
        return ScriptCall.on(
                VaultScripts.OPEN,
                id,
                scope.account(),
                lifetime.toMillis(),
                total,
                lifetimes.margin().toMillis(),
                id.epoch(),
                scope.meta().size(),
                meta,
                Outbox.args(scope.events()));
    }
}
