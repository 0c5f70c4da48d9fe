package org.lethe.presence.page;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.personal.DetailName;
import org.lethe.contracts.personal.DetailText;
import org.lethe.contracts.personal.PageTitle;
import org.lethe.contracts.personal.PageUrl;
import org.lethe.contracts.personal.Referrer;
import org.lethe.contracts.visit.Consent;
import org.lethe.contracts.visit.ConsentGiven;
import org.lethe.contracts.visit.VisitDocument;
import org.lethe.runtime.problem.Refusal;

/**
 * A page asks to open a visit.
 *
 * @param details custom data that the site passes about its visitor
 * @param touchPoints how many fingers the screen tells apart: an iPad says it is a Mac
 */
public record OpenVisit(
        AccountId account,
        Page page,
        @Nullable Referrer referrer,
        @Nullable Map<DetailName, @Nullable DetailText> details,
        @Nullable Integer touchPoints,
        @Nullable ConsentGiven consent) {

    /** The page that the visitor is on. */
    public record Page(PageUrl url, @Nullable PageTitle title) {}

    /** The consent, without which there is no visit. */
    Consent requiredConsent() {
        return ConsentGiven.consent(consent)
                .orElseThrow(() -> new Refusal(ErrorCode.CONSENT_MISSING));
    }

    boolean isTouched() {
        return touchPoints != null && touchPoints > 1;
    }

    /** The first details of which something is left, as many as a visit may have. */
    Map<DetailName, DetailText> boundedDetails() {
        return VisitDocument.merged(Map.of(), details == null ? Map.of() : details);
    }
}
