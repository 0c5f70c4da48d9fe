package org.lethe.chat.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.vault.DestroyOutcome;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.account.AccountSettings;
import org.lethe.runtime.problem.Refusal;

/** Creates and closes accounts. */
@ApplicationScoped
class Accounts {
    private static final Log LOG = Log.of(Accounts.class);
    private static final List<ScopeKind> HELD =
            List.of(ScopeKind.CHAT, ScopeKind.VISIT, ScopeKind.LETTER);

    private final AccountDirectory directory;
    private final Predicate<AccountSettings> write;
    private final Predicate<AccountSettings> close;
    private final Consumer<AccountId> clear;
    private final BiFunction<ScopeKind, AccountId, Collection<DestroyOutcome>> destroyAll;

    @Inject
    Accounts(AccountDirectory directory, AccountWriter writer, Vault vault) {
        this(
                directory,
                writer::write,
                writer::close,
                writer::clear,
                (kind, account) ->
                        vault.destroyAll(vault.openScopes(kind, account), DestroyReason.CLOSED)
                                .values());
    }

    Accounts(
            AccountDirectory directory,
            Predicate<AccountSettings> write,
            Predicate<AccountSettings> close,
            Consumer<AccountId> clear,
            BiFunction<ScopeKind, AccountId, Collection<DestroyOutcome>> destroyAll) {
        this.directory = directory;
        this.write = write;
        this.close = close;
        this.clear = clear;
        this.destroyAll = destroyAll;
    }

    /** An account that is there already stays as it is. */
    Outcome create(AccountSettings settings) {
        Optional<AccountSettings> present = directory.find(settings.id());
        if (present.isPresent()) {
            return new Present(present.get());
        }
        if (write.test(settings)) {
            LOG.info("An account was created", LogKey.ACCOUNT.of(settings.id()));
            return new Created(settings);
        }
        // Somebody else creates it in this moment; what they wrote may not be read yet.
        return directory
                .find(settings.id())
                .map(Present::new)
                .orElseThrow(() -> new Refusal(ErrorCode.CONFLICT));
    }

    /**
     * Nothing is made for a closed account any more; what its visitors and chats hold goes now. To
     * close it again finishes what failed before, so this returns only when nothing is left. One
     * that can't be opened is closed too, whatever its version is: a change that a process makes at
     * that moment which can open it may bring it back.
     */
    void close(AccountId account) {
        if (directory.isUnreadable(account)) {
            clear.accept(account);
            LOG.info("An account that can't be opened was closed", LogKey.ACCOUNT.of(account));
        } else {
            directory.find(account).ifPresent(this::close);
        }
        for (ScopeKind kind : HELD) {
            destroyAll(kind, account);
        }
        LOG.info("Nothing is left of an account", LogKey.ACCOUNT.of(account));
    }

    private void close(AccountSettings present) {
        if (!close.test(present)) {
            throw new Refusal(ErrorCode.CONFLICT);
        }
        LOG.info("An account was closed", LogKey.ACCOUNT.of(present.id()));
    }

    private void destroyAll(ScopeKind kind, AccountId account) {
        if (destroyAll.apply(kind, account).stream()
                .anyMatch(DestroyOutcome.Unavailable.class::isInstance)) {
            throw new Refusal(ErrorCode.UNAVAILABLE);
        }
    }

    /** What became of the wish for an account. */
    sealed interface Outcome {}

    record Created(AccountSettings settings) implements Outcome {}

    record Present(AccountSettings settings) implements Outcome {}
}
