package org.lethe.runtime.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.id.AccountId;
import org.lethe.privacy.seal.KeyEncryption;
import org.lethe.privacy.seal.KeyId;

/**
 * The newest record of each key of the accounts' topic: by which key-encryption key it is sealed,
 * and whether it could be opened, or why not.
 *
 * <p>While the topic is read anew, what was known before is told.
 */
@ApplicationScoped
public class AccountRecords {

    private final KeyEncryption kek;
    private Map<String, State> reading = new ConcurrentHashMap<>();
    private boolean caughtUp;
    private volatile @Nullable Map<String, State> known;

    @Inject
    AccountRecords(KeyEncryption kek) {
        this.kek = kek;
    }

    /** The topic is read from its beginning. */
    void begin() {
        reading = new ConcurrentHashMap<>();
        caughtUp = false;
    }

    void opened(String record, Optional<KeyId> by) {
        reading.put(record, new State(by, Optional.empty()));
    }

    /** A record whose seal does not open. */
    void shut(String record, Optional<KeyId> by) {
        reading.put(
                record,
                new State(
                        by,
                        Optional.of(by.map(this::whyShut).orElse(UnreadableCause.OTHER_VERSION))));
    }

    /** A record that is not of this version, whatever its seal. */
    void otherVersion(String record, Optional<KeyId> by) {
        reading.put(record, new State(by, Optional.of(UnreadableCause.OTHER_VERSION)));
    }

    void gone(String record) {
        reading.remove(record);
    }

    /** What was read since the beginning is all; what is read from now on changes it. */
    void caughtUp() {
        known = reading;
        caughtUp = true;
    }

    /** Whether this process has read the topic to its end since it last began. */
    boolean isCaughtUp() {
        return caughtUp;
    }

    /** Records that can't be opened; empty as long as the topic was never read to its end. */
    public Collection<Unreadable> unreadable() {
        return known().entrySet().stream()
                .flatMap(each -> each.getValue().unreadable(each.getKey()).stream())
                .toList();
    }

    /** The same by account. */
    Map<AccountId, UnreadableCause> unreadableAccounts() {
        var causes = new HashMap<AccountId, UnreadableCause>();
        unreadable().forEach(each -> each.account().ifPresent(it -> causes.put(it, each.cause())));
        return causes;
    }

    /** Accounts whose settings are sealed under a key that the primary has taken the place of. */
    public List<AccountId> underOlderKeys() {
        List<KeyId> older = kek.ids().older();
        return known().entrySet().stream()
                .filter(each -> each.getValue().by().filter(older::contains).isPresent())
                .flatMap(each -> AccountId.parse(each.getKey()).stream())
                .toList();
    }

    /** How many accounts {@link #underOlderKeys} has; empty as long as nobody can say. */
    public OptionalInt olderCount() {
        return known == null ? OptionalInt.empty() : OptionalInt.of(underOlderKeys().size());
    }

    private UnreadableCause whyShut(KeyId by) {
        return kek.ids().all().contains(by) ? UnreadableCause.DAMAGED : UnreadableCause.KEY_MISSING;
    }

    private Map<String, State> known() {
        Map<String, State> all = known;
        return all == null ? Map.of() : all;
    }

    /**
     * A record that can't be opened.
     *
     * @param account whose it is; empty if its key is no account's id
     * @param by by which key it was sealed; empty if it is no event of this version
     */
    public record Unreadable(
            Optional<AccountId> account, Optional<KeyId> by, UnreadableCause cause) {}

    /**
     * @param why it can't be opened; empty if it can
     */
    private record State(Optional<KeyId> by, Optional<UnreadableCause> why) {

        Optional<Unreadable> unreadable(String record) {
            return why.map(cause -> new Unreadable(AccountId.parse(record), by, cause));
        }
    }
}
