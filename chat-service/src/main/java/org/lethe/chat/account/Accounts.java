package org.lethe.chat.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.account.AccountSettings;
import org.lethe.runtime.account.AccountWriter;
import org.lethe.runtime.account.WriteOutcome;
import org.lethe.runtime.problem.Refusal;

/** Creates and closes accounts. */
@ApplicationScoped
class Accounts {
    private static final Log LOG = Log.of(Accounts.class);

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
        return switch (writer.create(settings)) {
            case WriteOutcome.Written(AccountSettings written) -> {
                LOG.info("An account was created", LogKey.ACCOUNT.of(written.id()));
                yield new Created(written);
            }
            // Somebody else creates it in this moment; what they wrote is not read yet.
            case WriteOutcome.Conflict ignored ->
                    directory
                            .find(settings.id())
                            .<Outcome>map(Present::new)
                            .orElseThrow(() -> new Refusal(ErrorCode.CONFLICT));
        };
    }

    /** Nothing is made for a closed account any more; what its visitors and chats hold goes now. */
    void close(AccountId account) {
        Optional<AccountSettings> present = directory.find(account);
        if (present.isEmpty()) {
            return;
        }
        switch (writer.close(account, present.get().version())) {
            case WriteOutcome.Written ignored -> {
                destroyAll(account);
                LOG.info("An account was closed", LogKey.ACCOUNT.of(account));
            }
            case WriteOutcome.Conflict ignored -> throw new Refusal(ErrorCode.CONFLICT);
        }
    }

    private void destroyAll(AccountId account) {
        for (ScopeKind kind : new ScopeKind[] {ScopeKind.CHAT, ScopeKind.VISIT, ScopeKind.LETTER}) {
            vault.destroyAll(vault.openScopes(kind, account), DestroyReason.REVOKED);
        }
    }

    /** What became of the wish for an account. */
    sealed interface Outcome {}

    record Created(AccountSettings settings) implements Outcome {}

    record Present(AccountSettings settings) implements Outcome {}
}
