package org.lethe.mail;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lethe.contracts.id.AccountId;
import org.lethe.runtime.account.AccountSettings;
import org.lethe.runtime.fixture.TestAccounts;

/** Accounts as the tests of mail need them. */
public final class MailAccounts {

    private MailAccounts() {}

    /** Told of losses at {@code notices@<account>.example}. */
    public static AccountSettings of(AccountId account, boolean tlsRequired, Duration deadline) {
        return TestAccounts.settings(account, said(account, tlsRequired, deadline));
    }

    /** The same account, with addresses removed from now on. */
    public static AccountSettings withoutAddresses(AccountSettings old) {
        return TestAccounts.settings(old.id(), saidWithoutAddresses(old));
    }

    static Map<String, Object> said(AccountId account, boolean tlsRequired, Duration deadline) {
        return Map.of(
                "timeZone",
                "Europe/Berlin",
                "transcripts",
                Map.of(
                        "enabled", true,
                        "recipients", List.of("desk@acme.example"),
                        "copyToVisitor", false),
                "notify",
                "notices@" + account.value() + ".example",
                "mailTlsRequired",
                tlsRequired,
                "letterDeadline",
                deadline);
    }

    static Map<String, Object> saidWithoutAddresses(AccountSettings old) {
        var said = new HashMap<>(said(old.id(), old.mailTlsRequired(), old.letterDeadline()));
        said.put("removeAddress", true);
        return said;
    }
}
