package org.lethe.runtime.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.runtime.problem.Refusal;

/** The settings of all accounts, as this process has read them from the compacted topic. */
@ApplicationScoped
public class AccountDirectory {

    private static final Log LOG = Log.of(AccountDirectory.class);

    private final Map<AccountId, AccountSettings> accounts = new ConcurrentHashMap<>();
    private final OriginIndex origins = new OriginIndex();
    private final List<Consumer<AccountSettings>> changes = new CopyOnWriteArrayList<>();
    private final Set<AccountId> read = ConcurrentHashMap.newKeySet();
    private final Map<AccountId, UnreadableCause> unreadable = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> whenLoaded = new CompletableFuture<>();
    private volatile boolean loaded;

    /** The thread that reads the topic is not at its end: a newer record may be behind one. */
    private boolean isReading;

    /**
     * The account's settings; refuses as unavailable until the topic has been read once, and where
     * the newest record can't be opened. What is read before may be an older version, with switches
     * as they were.
     */
    public Optional<AccountSettings> find(AccountId account) {
        requireLoaded();
        if (unreadable.containsKey(account)) {
            throw new Refusal(ErrorCode.UNAVAILABLE);
        }
        return Optional.ofNullable(accounts.get(account));
    }

    /** The account's settings, or a refusal as if there were nothing here. */
    public AccountSettings require(AccountId account) {
        return find(account).orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND));
    }

    /**
     * Whether there is such an account, also one that can't be opened; refuses before all is read.
     */
    public boolean exists(AccountId account) {
        requireLoaded();
        return unreadable.containsKey(account) || accounts.containsKey(account);
    }

    /**
     * Whether no address of the account's visitors may be kept or shown; so too once it is closed,
     * and where nobody can say, as its settings can't be opened.
     *
     * <p>Who opens something must ask afterwards, before an address is put into it: a removal finds
     * only what is open already. Then one of the two sees the other, on each replica.
     */
    public boolean removesAddresses(AccountId account) {
        requireLoaded();
        AccountSettings known = accounts.get(account);
        return unreadable.containsKey(account) || known == null || known.removeAddress();
    }

    /**
     * Whether there is such an account, and its settings can't be opened. Nobody knows that before
     * {@link #isLoaded()}: then {@link #find} refuses all.
     */
    public boolean isUnreadable(AccountId account) {
        return loaded && unreadable.containsKey(account);
    }

    /** The same where no other process can open them either. */
    public boolean isDamaged(AccountId account) {
        return loaded && unreadable.get(account) == UnreadableCause.DAMAGED;
    }

    /** Of all accounts, also those that can't be opened; also before {@link #isLoaded()}. */
    public Set<AccountId> ids() {
        return Stream.concat(accounts.keySet().stream(), unreadable.keySet().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** All that is known, also before {@link #isLoaded()}. */
    public Collection<AccountSettings> all() {
        return List.copyOf(accounts.values());
    }

    /** Whether any account has this origin on its list; refuses as {@link #find} does. */
    public boolean allowsOrigin(String origin) {
        requireLoaded();
        return origins.contains(origin);
    }

    /** Whether all that was on the topic at the start has been read. */
    public boolean isLoaded() {
        return loaded;
    }

    /**
     * Ends once {@link #isLoaded()}, and never by a failure. What follows it runs on a thread of
     * its own.
     */
    public CompletionStage<Void> loaded() {
        return whenLoaded.thenRunAsync(() -> {}, Thread::startVirtualThread);
    }

    /**
     * Called with the settings of each account as they are read or changed, also before {@link
     * #isLoaded()}, on the thread that reads the topic; must not block.
     */
    public void onChanged(Consumer<AccountSettings> listener) {
        changes.add(listener);
    }

    /** A record was read; an older one than is known changes nothing. */
    public void put(AccountSettings settings) {
        read.add(settings.id());
        // The topic is in order; only a record that was told twice is not newer.
        AccountSettings newest =
                accounts.merge(
                        settings.id(),
                        settings,
                        (old, read) -> read.version() >= old.version() ? read : old);
        if (!isReading) {
            unreadable.remove(settings.id());
        }
        origins.set(newest.id(), newest.allowedOrigins());
        changes.forEach(listener -> tell(listener, newest));
    }

    /**
     * These are there, nobody here can say how they are set, and all others are readable. Not
     * before the topic is read to its end: until then what was known of them stays.
     */
    public void setUnreadable(Map<AccountId, UnreadableCause> all) {
        // First: at no time is it as if there were none.
        unreadable.putAll(all);
        all.keySet().forEach(this::remove);
        unreadable.keySet().retainAll(all.keySet());
        isReading = false;
    }

    /** The account was closed. */
    public void remove(AccountId account) {
        read.remove(account);
        accounts.remove(account);
        origins.set(account, Set.of());
    }

    /** The whole topic is read again; what was known stays until that is done. */
    void readAnew() {
        isReading = true;
        read.clear();
    }

    /** All that is on the topic has been read; an account that was not there is closed. */
    public void setLoaded() {
        List<AccountId> closed =
                accounts.keySet().stream().filter(account -> !read.contains(account)).toList();
        closed.forEach(this::remove);
        loaded = true;
        whenLoaded.complete(null);
    }

    private void requireLoaded() {
        if (!loaded) {
            throw new Refusal(ErrorCode.UNAVAILABLE);
        }
    }

    /** A listener that fails must not keep the settings of all other accounts from being read. */
    private static void tell(Consumer<AccountSettings> listener, AccountSettings settings) {
        try {
            listener.accept(settings);
        } catch (RuntimeException e) {
            LOG.warn(
                    "a change of an account was not followed", e, LogKey.ACCOUNT.of(settings.id()));
        }
    }
}
