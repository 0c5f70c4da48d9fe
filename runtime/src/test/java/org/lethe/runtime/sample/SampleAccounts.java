package org.lethe.runtime.sample;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.personal.AccountName;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.runtime.account.AccountSettings;
import org.lethe.runtime.account.AccountWriter;

/** Accounts that tests need. */
final class SampleAccounts {

    private SampleAccounts() {}

    static AccountSettings settings(AccountId id, String origin) {
        return new AccountSettings(
                id,
                0,
                AccountName.of("Acme"),
                ZoneId.of("Europe/Berlin"),
                Set.of(origin),
                false,
                new AccountSettings.Transcripts(
                        true, List.of(EmailAddress.of("desk@acme.example")), false),
                new AccountSettings.Offline(List.of()),
                null,
                false,
                Duration.ofHours(1));
    }

    static void ensure(AccountWriter accounts, AccountId id, String origin) {
        accounts.create(settings(id, origin));
    }
}
