package org.lethe.presence.feed;

import org.lethe.contracts.id.AccountId;

/** Says which accounts have their visitors' addresses removed. */
@FunctionalInterface
interface AddressRule {

    boolean removesAddress(AccountId account);
}
