package org.lethe.chat.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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
    private final AccountWriter writer;
    private final Vault vault;

    @Inject
    Accounts(AccountDirectory directory, AccountWriter writer, Vault vault) {
        this.directory = directory;
        this.writer = writer;
        this.vault = vault;
    }

    /** An account that is there already stays as it is. */
    Outcome create(AccountSettings settings) {
        Optional<AccountSettings> present = directory.find(settings.id());
        if (present.isPresent()) {
            return new Present(present.get());
        }
        if (writer.write(settings)) {
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
     * close it again finishes what failed before, so this returns only when nothing is left.
     */
    void close(AccountId account) {
        directory.find(account).ifPresent(this::close);
        for (ScopeKind kind : HELD) {
            destroyAll(kind, account);
        }
        LOG.info("Nothing is left of an account", LogKey.ACCOUNT.of(account));
    }

    private void close(AccountSettings present) {
        if (!writer.close(present)) {
            throw new Refusal(ErrorCode.CONFLICT);
        }
        LOG.info("An account was closed", LogKey.ACCOUNT.of(present.id()));
    }

    private void destroyAll(ScopeKind kind, AccountId account) {
        Collection<DestroyOutcome> outcomes =
                vault.destroyAll(vault.openScopes(kind, account), DestroyReason.CLOSED).values();
        if (outcomes.stream().anyMatch(DestroyOutcome.Unavailable.class::isInstance)) {
            throw new Refusal(ErrorCode.UNAVAILABLE);
        }
    }

    /** What became of the wish for an account. */
    sealed interface Outcome {}

    record Created(AccountSettings settings) implements Outcome {}

    record Present(AccountSettings settings) implements Outcome {}
}
