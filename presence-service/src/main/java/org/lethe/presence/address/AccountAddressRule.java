package org.lethe.presence.address;

import jakarta.enterprise.context.ApplicationScoped;
import org.lethe.contracts.id.AccountId;
import org.lethe.runtime.account.AccountDirectory;

/** Asks the account's settings. */
@ApplicationScoped
class AccountAddressRule implements AddressRule {

    private final AccountDirectory accounts;

    AccountAddressRule(AccountDirectory accounts) {
        this.accounts = accounts;
    }

    @Override
    public boolean removesAddress(AccountId account) {
        return accounts.require(account).removeAddress();
    }
}
