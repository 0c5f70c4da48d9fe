package org.lethe.contracts.frame;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.id.VisitId;

/**
 * One visitor in the operators' live list.
 *
 * @param leaving the visitor said goodbye or is silent, and can still come back
 * @param address absent when the account has IP addresses and host names removed
 * @param details custom data that the site passed
 * @param operator who is in the visitor's chat
 */
public record VisitorView(
        VisitId visit,
        Instant since,
        boolean leaving,
        PersonalText url,
        @Nullable PersonalText title,
        @Nullable PersonalText referrer,
        List<PageView> pages,
        @Nullable PersonalText browser,
        @Nullable PersonalText os,
        @Nullable PersonalText device,
        @Nullable PersonalText city,
        @Nullable PersonalText region,
        @Nullable PersonalText country,
        @Nullable PersonalText countryCode,
        @Nullable PersonalText zip,
        @Nullable PersonalText network,
        @Nullable PersonalText address,
        @Nullable PersonalText host,
        Map<PersonalText, PersonalText> details,
        @Nullable ChatId chat,
        @Nullable OperatorId operator) {

    /** One page of the visitor's trail. */
    public record PageView(PersonalText url, @Nullable PersonalText title, Instant at) {}
}
