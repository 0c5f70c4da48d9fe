package org.lethe.gdpr.selector;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.personal.DetailName;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.account.AccountSettings;

/** What the account's administrator has marked; nothing once the account is closed. */
@ApplicationScoped
class AccountMarks implements MarkedDetails {

    private final AccountDirectory accounts;

    AccountMarks(AccountDirectory accounts) {
        this.accounts = accounts;
    }

    @Override
    public Set<DetailName> of(AccountId account) {
        return accounts.find(account).map(AccountSettings::identifiers).orElse(Set.of()).stream()
                .map(DetailName::of)
                .collect(Collectors.toUnmodifiableSet());
    }
}
