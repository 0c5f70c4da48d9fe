package org.lethe.presence.address;

import org.lethe.contracts.id.AccountId;

/** Says which accounts have their visitors' addresses removed. */
@FunctionalInterface
public interface AddressRule {

    boolean removesAddress(AccountId account);
}
