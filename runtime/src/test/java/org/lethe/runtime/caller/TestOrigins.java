package org.lethe.runtime.caller;

import java.util.Optional;
import org.lethe.runtime.account.AccountDirectory;

/** Which pages may call, for tests of other modules. */
public final class TestOrigins {

    private TestOrigins() {}

    /** Those of the accounts, and no console. */
    public static Origins of(AccountDirectory accounts) {
        return new Origins(accounts, Optional::empty);
    }
}
