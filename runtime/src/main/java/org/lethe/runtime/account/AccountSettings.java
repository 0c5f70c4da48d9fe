package org.lethe.runtime.account;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.Defaulted;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.personal.AccountName;
import org.lethe.contracts.personal.DetailName;
import org.lethe.contracts.personal.DetailText;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.contracts.subject.Identifier;
import org.lethe.contracts.visit.DataUse;
import org.lethe.privacy.retention.Lifetimes;

/**
 * What an account's administrator has set, as it passes over the wire and lies sealed on the topic;
 * holds addresses of the controller, and no visitor data. What is left out is as private as can be.
 *
 * @param version counts the changes, from 1; as in the ETag
 * @param name as it stands in mails
 * @param timeZone that times in mails are told in
 * @param allowedOrigins the sites that the widget may run on, compared exactly
 * @param hiddenParameters of pages' addresses, whose values nobody is to see; those that say
 *     themselves that they are secrets are never seen
 * @param identifiers names of details that name a person: whose visit is open is found by them. One
 *     that is marked no more is looked for no more at once; one that is marked finds the visits
 *     that begin, or whose details change, from then on
 * @param removeAddress keeps visitors' IP addresses and host names from being written anywhere
 * @param noticeTo who is told that a letter was lost; without it the recipients are
 * @param mailTlsRequired forbids sending a letter without TLS
 * @param letterDeadline after which a letter that could not be sent is destroyed
 * @param staffMayAct lets the processor's staff find, show and erase data subjects for the account;
 *     asked at each of their requests, so that what begins after a change obeys it
 */
public record AccountSettings(
        AccountId id,
        @Defaulted long version,
        AccountName name,
        @Defaulted ZoneId timeZone,
        @Defaulted Set<String> allowedOrigins,
        @Defaulted Set<String> hiddenParameters,
        @Defaulted Set<String> identifiers,
        @Defaulted boolean removeAddress,
        @Defaulted Transcripts transcripts,
        @Defaulted Offline offline,
        @JsonProperty("notify") @Nullable EmailAddress noticeTo,
        @Defaulted boolean mailTlsRequired,
        @Defaulted Duration letterDeadline,
        @Defaulted boolean staffMayAct) {

    private static final Duration DEADLINE = Duration.ofHours(1);
    private static final Duration DEADLINE_CEILING = Duration.ofHours(24);

    /** The vault opens no letter for less, and a chat whose letters don't open can't end. */
    private static final Duration DEADLINE_FLOOR = Lifetimes.SHORTEST;

    private static final int MAX_ORIGINS = 50;
    private static final int MAX_PARAMETERS = 50;
    private static final int MAX_IDENTIFIERS = 50;
    private static final int LONGEST_IDENTIFIER = 64;
    private static final Pattern PARAMETER = Pattern.compile("[^\\s&;#=]{1,64}");

    public AccountSettings {
        timeZone = requireNonNullElse(timeZone, ZoneOffset.UTC);
        allowedOrigins = Set.copyOf(requireNonNullElse(allowedOrigins, Set.of()));
        hiddenParameters = Set.copyOf(requireNonNullElse(hiddenParameters, Set.of()));
        identifiers = Set.copyOf(requireNonNullElse(identifiers, Set.of()));
        transcripts = requireNonNullElse(transcripts, new Transcripts(false, List.of(), false));
        offline = requireNonNullElse(offline, new Offline(List.of()));
        letterDeadline = requireNonNullElse(letterDeadline, DEADLINE);
        require(allowedOrigins.size() <= MAX_ORIGINS, "allowedOrigins");
        require(allowedOrigins.stream().allMatch(OriginForm::isOrigin), "allowedOrigins");
        require(hiddenParameters.size() <= MAX_PARAMETERS, "hiddenParameters");
        require(
                hiddenParameters.stream().allMatch(PARAMETER.asMatchPredicate()),
                "hiddenParameters");
        require(identifiers.size() <= MAX_IDENTIFIERS, "identifiers");
        require(identifiers.stream().allMatch(AccountSettings::isName), "identifiers");
        require(
                letterDeadline.compareTo(DEADLINE_FLOOR) >= 0
                        && letterDeadline.compareTo(DEADLINE_CEILING) <= 0,
                "letterDeadline");
    }

    /** Which of a visit's details name its visitor. */
    public Set<Identifier> naming(Map<DetailName, DetailText> details) {
        return details.entrySet().stream()
                .filter(each -> identifiers.contains(each.getKey().reveal()))
                .map(each -> Identifier.ofDetail(each.getKey(), each.getValue()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What these settings mean for visitors. */
    public DataUse dataUse() {
        return new DataUse(
                !removeAddress,
                transcripts.enabled && !transcripts.recipients.isEmpty(),
                transcripts.enabled && transcripts.copyToVisitor,
                !offline.recipients.isEmpty(),
                mailTlsRequired,
                letterDeadline);
    }

    /**
     * These settings as they hold for what began under others: nothing is done with its data that
     * its visitor was not told of.
     */
    public AccountSettings within(DataUse told) {
        var mailed =
                new Transcripts(
                        transcripts.enabled,
                        told.transcriptToTeam() ? transcripts.recipients : List.of(),
                        transcripts.copyToVisitor && told.transcriptToVisitor());
        boolean isDeadlineShorter = told.letterDeadline().compareTo(letterDeadline) < 0;
        return new AccountSettings(
                id,
                version,
                name,
                timeZone,
                allowedOrigins,
                hiddenParameters,
                identifiers,
                removeAddress || !told.addresses(),
                mailed,
                offline,
                noticeTo,
                mailTlsRequired || told.tlsOnly(),
                isDeadlineShorter ? told.letterDeadline() : letterDeadline,
                staffMayAct);
    }

    /** The same settings as another version. */
    public AccountSettings withVersion(long other) {
        return new AccountSettings(
                id,
                other,
                name,
                timeZone,
                allowedOrigins,
                hiddenParameters,
                identifiers,
                removeAddress,
                transcripts,
                offline,
                noticeTo,
                mailTlsRequired,
                letterDeadline,
                staffMayAct);
    }

    /**
     * Transcripts by mail.
     *
     * @param copyToVisitor also to the e-mail address that the visitor gave
     */
    public record Transcripts(
            boolean enabled, List<EmailAddress> recipients, boolean copyToVisitor) {

        public Transcripts {
            recipients = EmailAddress.distinct(recipients);
            // The visitor's copy is one more.
            require(recipients.size() < LetterId.MAX_LETTERS, "transcripts.recipients");
        }
    }

    /** Messages that are left while no operator is online; without recipients there are none. */
    public record Offline(List<EmailAddress> recipients) {

        public Offline {
            recipients = EmailAddress.distinct(recipients);
            require(recipients.size() <= LetterId.MAX_LETTERS, "offline.recipients");
        }
    }

    /** Silent about names and addresses. */
    @Override
    public String toString() {
        return "AccountSettings[" + id + ", version=" + version + "]";
    }

    /** As details have it, or none would ever be called so. */
    private static boolean isName(String text) {
        DetailName name = DetailName.of(text);
        return text.length() <= LONGEST_IDENTIFIER && !name.isEmpty() && name.reveal().equals(text);
    }

    private static void require(boolean valid, String setting) {
        if (!valid) {
            throw new IllegalArgumentException("not a valid setting: " + setting);
        }
    }
}
