package org.lethe.chat.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.personal.AccountName;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.runtime.account.AccountSettings;

/**
 * An account's settings as they pass over the wire; what is left out is as private as it can be.
 *
 * @param id whose they are; needed only to create an account
 * @param version as in the ETag; ignored when it is sent
 * @param noticeTo who is told that a letter was lost; without it the recipients are
 * @param letterDeadline ISO 8601, such as {@code PT1H}
 */
public record AccountDocument(
        @Nullable AccountId id,
        @Nullable Long version,
        AccountName name,
        @Nullable ZoneId timeZone,
        @Nullable Set<String> allowedOrigins,
        @Nullable Boolean removeAddress,
        AccountSettings.@Nullable Transcripts transcripts,
        AccountSettings.@Nullable Offline offline,
        @JsonProperty("notify") @Nullable EmailAddress noticeTo,
        @Nullable Boolean mailTlsRequired,
        @Nullable Duration letterDeadline) {
    private static final Duration DEADLINE = Duration.ofHours(1);

    static AccountDocument of(AccountSettings settings) {
        return new AccountDocument(
                settings.id(),
                settings.version(),
                settings.name(),
                settings.timeZone(),
                settings.allowedOrigins(),
                settings.removeAddress(),
                settings.transcripts(),
                settings.offline(),
                settings.noticeTo(),
                settings.mailTlsRequired(),
                settings.letterDeadline());
    }

    AccountSettings settings(AccountId account) {
        return new AccountSettings(
                account,
                0,
                name,
                Optional.ofNullable(timeZone).orElse(ZoneOffset.UTC),
                Optional.ofNullable(allowedOrigins).orElse(Set.of()),
                Boolean.TRUE.equals(removeAddress),
                Optional.ofNullable(transcripts)
                        .orElse(new AccountSettings.Transcripts(false, List.of(), false)),
                Optional.ofNullable(offline).orElse(new AccountSettings.Offline(List.of())),
                noticeTo,
                Boolean.TRUE.equals(mailTlsRequired),
                Optional.ofNullable(letterDeadline).orElse(DEADLINE));
    }

    /** Silent about names and addresses. */
    @Override
    public String toString() {
        return "AccountDocument[" + id + "]";
    }
}
