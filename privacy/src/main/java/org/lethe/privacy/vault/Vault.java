package org.lethe.privacy.vault;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.lethe.contracts.Coded;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.event.Event;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ErasureId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.contracts.id.VisitId;
import org.lethe.privacy.hygiene.LiveCiphers;
import org.lethe.privacy.hygiene.RecentDestructions;
import org.lethe.privacy.index.ScopeIndex;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptCall;
import org.lethe.privacy.redis.script.ScriptReply;
import org.lethe.privacy.retention.Lifetimes;
import org.lethe.privacy.seal.IndexKeys;
import org.lethe.privacy.seal.KeyEncryption;
import org.lethe.privacy.seal.Randomness;

/**
 * Holds scopes: each is sealed under keys of its own, and destroying it is destroying its keys.
 *
 * <p>Blocks; meant for virtual threads. Methods that have no outcome for a store that is away throw
 * {@link StoreUnavailableException}.
 */
public final class Vault implements AutoCloseable {

    private final RedisStore store;
    private final Lifetimes lifetimes;
    private final SecureRandom random = Randomness.source();
    private final RecentDestructions recent = new RecentDestructions();
    private final LiveCiphers live = new LiveCiphers(recent);
    private final StoreEpochs epochs;
    private final ScopeSlots slots;
    private final ScopeIndex index;
    private final ScopeReader reader;
    private final ScopeOpener opener;
    private final Destroyer destroyer;
    private final CompletableFuture<Void> ready;

    private Vault(RedisStore store, KeyEncryption kek, IndexKeys indexKeys, Lifetimes lifetimes) {
        this.store = store;
        this.lifetimes = lifetimes;
        this.epochs = new StoreEpochs(store, random);
        this.slots = new ScopeSlots(store);
        this.index = new ScopeIndex(store, indexKeys);
        this.reader = new ScopeReader(store, kek, live, epochs);
        this.opener = new ScopeOpener(store, kek, lifetimes, reader, epochs, index);
        this.destroyer = new Destroyer(store, live, recent);
        this.ready = CompletableFuture.allOf(epochs.known(), destroyer.listening());
        store.onConnected(this::connected);
    }

    /**
     * A vault on a store, which may be away for now; the store stays its owner's to close, after
     * the vault.
     */
    public static Vault on(
            RedisStore store, KeyEncryption kek, IndexKeys indexKeys, Lifetimes lifetimes) {
        return new Vault(store, kek, indexKeys, lifetimes);
    }

    /**
     * Ends once the vault can work, and never by a failure: the store was read, and destructions
     * are heard of. What follows it runs on a thread of its own.
     */
    public CompletionStage<Void> ready() {
        return ready.thenRunAsync(() -> {}, Thread::startVirtualThread);
    }

    public boolean isReady() {
        return ready.isDone();
    }

    /** The store's epoch; on a cluster each shard has its own, and this is the first one's. */
    public String epoch() {
        return epoch(0);
    }

    public String epoch(int shard) {
        return epochs.of(shard);
    }

    public VisitId newVisitId() {
        return VisitId.mint(this::epoch, random);
    }

    public ChatId newChatId() {
        return ChatId.mint(this::epoch, random);
    }

    /** For a letter that no chat is behind. */
    public LetterId newLetterId() {
        return LetterId.mint(this::epoch, random);
    }

    public ErasureId newErasureId() {
        return ErasureId.mint(this::epoch, random);
    }

    /**
     * Opens a scope; opening it again changes nothing.
     *
     * @throws IllegalArgumentException if the lifetime is beyond the schedule
     */
    public OpenOutcome open(NewScope scope) {
        return openAll(List.of(scope)).getFirst();
    }

    /** The same for several, at once and in their order. */
    public List<OpenOutcome> openAll(List<NewScope> scopes) {
        try {
            return opener.openAll(scopes);
        } catch (StoreUnavailableException e) {
            OpenOutcome away = new OpenOutcome.Unavailable(Unavailability.STORE_AWAY);
            return Collections.nCopies(scopes.size(), away);
        }
    }

    public Lookup lookup(ScopeId id) {
        return lookupAll(List.of(id)).getOrDefault(id, new Lookup.Destroyed());
    }

    /** In one round trip, in the order of the ids. */
    public Map<ScopeId, Lookup> lookupAll(Collection<? extends ScopeId> ids) {
        return reader.lookupAll(List.copyOf(ids));
    }

    /** The same for who needs no key: none is unwrapped, so one that can't be is not noticed. */
    public Map<ScopeId, Sighting> see(Collection<? extends ScopeId> ids) {
        return reader.see(List.copyOf(ids));
    }

    /** What became of each: that one is not open does not say why. Holds no key; never fails. */
    public <S extends ScopeId> Map<S, Fate> fates(Collection<S> ids) {
        Map<ScopeId, Lookup> lookups = lookupAll(ids);
        var fates = new LinkedHashMap<S, Fate>();
        ids.forEach(id -> fates.put(id, Fate.of(lookups.getOrDefault(id, away()))));
        return fates;
    }

    /**
     * Moves the deadline of an open scope and all its parts to now + lifetime, but not beyond what
     * its kind may last in total.
     *
     * @return the deadline, in Redis' time; empty if it is not open, or nothing can be said now
     * @throws IllegalArgumentException if the lifetime is beyond the schedule
     */
    public Optional<Instant> renew(ScopeId id, Duration lifetime) {
        long millis = lifetimes.checked(id.kind(), lifetime).toMillis();
        try {
            long deadline = store.run(ScriptCall.on(VaultScripts.RENEW, id, millis)).number();
            return deadline > 0 ? Optional.of(Instant.ofEpochMilli(deadline)) : Optional.empty();
        } catch (StoreUnavailableException e) {
            return Optional.empty();
        }
    }

    /** What scopes hold, slot by slot. */
    public ScopeSlots slots() {
        return slots;
    }

    /** Finds open scopes by what names a person. */
    public ScopeIndex index() {
        return index;
    }

    /**
     * Destroys a scope: keys, remains, deadline; tells the scope's destroyed-event and these.
     *
     * @param events told if there was something to destroy
     */
    public DestroyOutcome destroy(ScopeId id, DestroyReason reason, List<Event> events) {
        return destroyer.destroy(id, reason, events);
    }

    /** Destroys many in one round trip; each has its own outcome, in the order of the ids. */
    public Map<ScopeId, DestroyOutcome> destroyAll(
            Collection<? extends ScopeId> ids, DestroyReason reason) {
        return destroyer.destroyAll(List.copyOf(ids), reason);
    }

    /**
     * Destroys the address compartments alone, in one round trip. Throws if that is not certain of
     * all; to ask again is safe.
     */
    public void destroyAddresses(Collection<? extends ScopeId> ids) {
        destroyer.destroyAddresses(List.copyOf(ids));
    }

    /**
     * From now on nothing new is made from these scopes; their destruction is about to follow.
     * Those that are not open are passed over.
     *
     * @return how many were marked
     */
    public int markErasing(Collection<? extends ScopeId> ids, ErasureId by) {
        return count(VaultScripts.MARK_ERASING, ids, by);
    }

    /** Takes off the marks that this erasure set, and no other's; tells how many there were. */
    public int unmarkErasing(Collection<? extends ScopeId> ids, ErasureId by) {
        return count(VaultScripts.UNMARK_ERASING, ids, by);
    }

    /** How many records of these scopes the store has: keys, state and slots. */
    public int remains(Collection<? extends ScopeId> ids) {
        return count(VaultScripts.REMAINS, ids);
    }

    /** Why a letter or a request was destroyed, for as long as that is remembered. */
    public Optional<DestroyReason> tombstone(ScopeId id) {
        return store.keyspace()
                .get(ScopeKeyNames.slot(id, "gone"))
                .map(code -> new String(code, StandardCharsets.UTF_8))
                .map(code -> Coded.of(DestroyReason.class, code));
    }

    /** The open scopes of an account, oldest first within a shard. */
    public List<ScopeId> openScopes(ScopeKind kind, AccountId account) {
        return store.keyspace().sortedAll(ScopeKeyNames.open(kind, account)).stream()
                .flatMap(List::stream)
                .map(id -> ScopeId.parse(new String(id, StandardCharsets.UTF_8)))
                .toList();
    }

    /** Called for each destroyed scope of the suite, in order; a signal may be missed. */
    public void onDestroyed(Consumer<ScopeId> listener) {
        destroyer.addListener(listener);
    }

    /** Forgets every key that is still held. */
    @Override
    public void close() {
        epochs.close();
        destroyer.close();
        live.forgetAll();
    }

    private void connected() {
        epochs.refreshSoon();
        destroyer.replay();
    }

    /** What a script counts, in all; in one round trip. It gets its scope first, then these. */
    private int count(Script script, Collection<? extends ScopeId> ids, Object... args) {
        return store
                .runAll(ids.stream().map(id -> ScriptCall.on(script, id, args)).toList())
                .stream()
                .mapToInt(ScriptReply::count)
                .sum();
    }

    private static Lookup away() {
        return new Lookup.Unavailable(Unavailability.STORE_AWAY);
    }
}
