package org.lethe.runtime.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.runtime.problem.Refusal;

/** The settings of all accounts, as this process has read them from the compacted topic. */
@ApplicationScoped
public class AccountDirectory {

    private final Map<AccountId, AccountSettings> accounts = new ConcurrentHashMap<>();
    private final List<Consumer<AccountId>> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean loaded;

    /** The account's settings; refuses as unavailable until the topic has been read once. */
    public Optional<AccountSettings> find(AccountId account) {
        AccountSettings settings = accounts.get(account);
        if (settings == null && !loaded) {
            throw new Refusal(ErrorCode.UNAVAILABLE);
        }
        return Optional.ofNullable(settings);
    }

    /** The account's settings, or a refusal as if there were nothing here. */
    public AccountSettings require(AccountId account) {
        return find(account).orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND));
    }

    public Collection<AccountSettings> all() {
        return List.copyOf(accounts.values());
    }

    /** Whether any account has this origin on its list. */
    public boolean allowsOrigin(String origin) {
        for (AccountSettings settings : accounts.values()) {
            if (settings.allowedOrigins().contains(origin)) {
                return true;
            }
        }
        return false;
    }

    /** Whether all that was on the topic at the start has been read. */
    public boolean isLoaded() {
        return loaded;
    }

    /** Called after each change, on the thread that reads the topic; must not block. */
    public void onChanged(Consumer<AccountId> listener) {
        listeners.add(listener);
    }

    /** As {@link #onChanged}, until the returned action is run. */
    Runnable whileListening(Consumer<AccountId> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void put(AccountSettings settings) {
        // The topic is in order; only a record that was told twice is not newer.
        accounts.merge(
                settings.id(),
                settings,
                (old, read) -> read.version() >= old.version() ? read : old);
        told(settings.id());
    }

    void remove(AccountId account) {
        accounts.remove(account);
        told(account);
    }

    void setLoaded() {
        loaded = true;
    }

    private void told(AccountId account) {
        listeners.forEach(listener -> listener.accept(account));
    }
}
