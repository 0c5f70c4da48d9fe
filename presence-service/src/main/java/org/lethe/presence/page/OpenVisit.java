package org.lethe.presence.page;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.frame.PersonalText;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.personal.DetailText;
import org.lethe.contracts.visit.Consent;
import org.lethe.runtime.problem.Refusal;

/**
 * A page asks to open a visit.
 *
 * @param details custom data that the site passes about its visitor
 */
public record OpenVisit(
        AccountId account,
        Page page,
        @Nullable PersonalText referrer,
        @Nullable Map<PersonalText, @Nullable Detail> details,
        @Nullable ConsentGiven consent) {

    static final int MAX_DETAILS = 20;

    /** The page that the visitor is on. */
    public record Page(PersonalText url, @Nullable PersonalText title) {}

    /** A text, number or truth value, as sites have them. */
    public record Detail(String value) {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static Detail of(JsonNode value) {
            if (!value.isValueNode()) {
                throw new Refusal(ErrorCode.MALFORMED);
            }
            return new Detail(value.asText());
        }

        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /** The words that the visitor agreed to, and when. */
    public record ConsentGiven(@Nullable PersonalText text, @Nullable Instant at) {}

    /** The consent, without which there is no visit. */
    Consent requiredConsent() {
        ConsentGiven given = consent;
        PersonalText text = given == null ? null : given.text();
        Instant at = given == null ? null : given.at();
        if (text == null || text.value().isBlank() || at == null) {
            throw new Refusal(ErrorCode.CONSENT_MISSING);
        }
        if (text.value().length() > Consent.MAX_LENGTH) {
            throw new Refusal(ErrorCode.MALFORMED);
        }
        return new Consent(text, at);
    }

    /** The details, each cut to its longest length; more than {@value #MAX_DETAILS} are refused. */
    Map<PersonalText, PersonalText> boundedDetails() {
        Map<PersonalText, PersonalText> bounded = new LinkedHashMap<>();
        Map<PersonalText, @Nullable Detail> given = details == null ? Map.of() : details;
        if (given.size() > MAX_DETAILS) {
            throw new Refusal(ErrorCode.MALFORMED);
        }
        for (Map.Entry<PersonalText, @Nullable Detail> entry : given.entrySet()) {
            Detail detail = entry.getValue();
            Optional<PersonalText> name = clipped(entry.getKey().value());
            Optional<PersonalText> value =
                    detail == null ? Optional.empty() : clipped(detail.value());
            if (name.isPresent() && value.isPresent()) {
                bounded.put(name.get(), value.get());
            }
        }
        return bounded;
    }

    private static Optional<PersonalText> clipped(String text) {
        return DetailText.clipped(text).map(clean -> new PersonalText(clean.reveal()));
    }
}
