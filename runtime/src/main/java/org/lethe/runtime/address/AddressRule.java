package org.lethe.runtime.address;

import org.lethe.contracts.id.AccountId;

/**
 * Says which accounts have their visitors' addresses removed.
 *
 * <p>Who opens something must ask afterwards, before an address is put into it: a removal finds
 * only what is open already. Then one of the two sees the other, on each replica.
 */
@FunctionalInterface
public interface AddressRule {

    /** Whether no address of the account's visitors may be kept; so too once it is closed. */
    boolean removesAddress(AccountId account);
}
