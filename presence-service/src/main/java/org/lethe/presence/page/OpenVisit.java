package org.lethe.presence.page;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.personal.ConsentText;
import org.lethe.contracts.personal.DetailName;
import org.lethe.contracts.personal.DetailText;
import org.lethe.contracts.personal.PageTitle;
import org.lethe.contracts.personal.PageUrl;
import org.lethe.contracts.personal.Referrer;
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
        @Nullable Referrer referrer,
        @Nullable Map<DetailName, @Nullable DetailText> details,
        @Nullable ConsentGiven consent) {

    static final int MAX_DETAILS = 20;

    /** The page that the visitor is on. */
    public record Page(PageUrl url, @Nullable PageTitle title) {}

    /** The words that the visitor agreed to, and when. */
    public record ConsentGiven(@Nullable ConsentText text, @Nullable Instant at) {}

    /** The consent, without which there is no visit. */
    Consent requiredConsent() {
        ConsentGiven given = consent;
        ConsentText text = given == null ? null : given.text();
        Instant at = given == null ? null : given.at();
        if (text == null || at == null) {
            throw new Refusal(ErrorCode.CONSENT_MISSING);
        }
        return new Consent(text, at);
    }

    /** The first {@value #MAX_DETAILS} details of which something is left. */
    Map<DetailName, DetailText> boundedDetails() {
        Map<DetailName, DetailText> bounded = new LinkedHashMap<>();
        Map<DetailName, @Nullable DetailText> given = details == null ? Map.of() : details;
        given.forEach((name, value) -> {
            if (!name.isEmpty() && value != null && bounded.size() < MAX_DETAILS) {
                bounded.put(name, value);
            }
        });
        return bounded;
    }
}
