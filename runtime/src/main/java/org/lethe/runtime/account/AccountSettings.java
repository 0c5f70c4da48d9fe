package org.lethe.runtime.account;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.personal.AccountName;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.privacy.retention.Lifetimes;

/**
 * What an account's administrator has set; holds addresses of the controller, and no visitor data.
 *
 * @param version counts the changes, from 1
 * @param name as it stands in mails
 * @param timeZone that times in mails are told in
 * @param allowedOrigins the sites that the widget may run on, compared exactly
 * @param removeAddress keeps visitors' IP addresses and host names from being written anywhere
 * @param noticeTo who is told that a letter was lost; without it the recipients are
 * @param mailTlsRequired forbids sending a letter without TLS
 * @param letterDeadline after which a letter that could not be sent is destroyed
 */
public record AccountSettings(
        AccountId id,
        long version,
        AccountName name,
        ZoneId timeZone,
        Set<String> allowedOrigins,
        boolean removeAddress,
        Transcripts transcripts,
        Offline offline,
        @Nullable EmailAddress noticeTo,
        boolean mailTlsRequired,
        Duration letterDeadline) {

    public static final Duration DEADLINE_CEILING = Duration.ofHours(24);

    /** The vault opens no letter for less, and a chat whose letters don't open can't end. */
    public static final Duration DEADLINE_FLOOR = Lifetimes.SHORTEST;

    private static final int MAX_ORIGINS = 50;

    public AccountSettings {
        allowedOrigins = Set.copyOf(allowedOrigins);
        require(allowedOrigins.size() <= MAX_ORIGINS, "allowedOrigins");
        require(allowedOrigins.stream().allMatch(OriginForm::isOrigin), "allowedOrigins");
        require(
                letterDeadline.compareTo(DEADLINE_FLOOR) >= 0
                        && letterDeadline.compareTo(DEADLINE_CEILING) <= 0,
                "letterDeadline");
    }

    /**
     * Transcripts by mail.
     *
     * @param copyToVisitor also to the e-mail address that the visitor gave
     */
    public record Transcripts(
            boolean enabled, List<EmailAddress> recipients, boolean copyToVisitor) {

        public Transcripts {
            recipients = List.copyOf(recipients);
            // The visitor's copy is one more.
            require(recipients.size() < LetterId.MAX_LETTERS, "transcripts.recipients");
        }
    }

    /** Messages that are left while no operator is online; without recipients there are none. */
    public record Offline(List<EmailAddress> recipients) {

        public Offline {
            recipients = List.copyOf(recipients);
            require(recipients.size() <= LetterId.MAX_LETTERS, "offline.recipients");
        }
    }

    public AccountSettings withVersion(long next) {
        return new AccountSettings(
                id,
                next,
                name,
                timeZone,
                allowedOrigins,
                removeAddress,
                transcripts,
                offline,
                noticeTo,
                mailTlsRequired,
                letterDeadline);
    }

    /** Silent about names and addresses. */
    @Override
    public String toString() {
        return "AccountSettings[" + id + ", version=" + version + "]";
    }

    private static void require(boolean valid, String setting) {
        if (!valid) {
            throw new IllegalArgumentException("not a valid setting: " + setting);
        }
    }
}
