package org.lethe.mail;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.personal.AccountName;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.runtime.account.AccountSettings;

/** Accounts as these tests need them. */
public final class TestAccounts {

    private TestAccounts() {}

    /** Told of losses at {@code notices@<account>.example}. */
    public static AccountSettings of(
            AccountId account, boolean tlsRequired, Duration letterDeadline) {
        return new AccountSettings(
                account,
                0,
                AccountName.of("Acme"),
                ZoneId.of("Europe/Berlin"),
                Set.of("https://acme.example"),
                false,
                new AccountSettings.Transcripts(
                        true, List.of(EmailAddress.of("desk@acme.example")), false),
                new AccountSettings.Offline(List.of()),
                EmailAddress.of("notices@" + account.value() + ".example"),
                tlsRequired,
                letterDeadline);
    }

    /** The same account, with addresses removed from now on. */
    public static AccountSettings withoutAddresses(AccountSettings old) {
        return new AccountSettings(
                old.id(),
                old.version(),
                old.name(),
                old.timeZone(),
                old.allowedOrigins(),
                true,
                old.transcripts(),
                old.offline(),
                old.noticeTo(),
                old.mailTlsRequired(),
                old.letterDeadline());
    }
}
