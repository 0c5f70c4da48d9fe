package org.lethe.contracts.frame;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.DetailName;
import org.lethe.contracts.personal.DetailText;
import org.lethe.contracts.personal.HostName;
import org.lethe.contracts.personal.PageTitle;
import org.lethe.contracts.personal.PageUrl;
import org.lethe.contracts.personal.Referrer;
import org.lethe.contracts.personal.VisitorTrait;

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
        PageUrl url,
        @Nullable PageTitle title,
        @Nullable Referrer referrer,
        List<PageView> pages,
        @Nullable VisitorTrait browser,
        @Nullable VisitorTrait os,
        @Nullable VisitorTrait device,
        @Nullable VisitorTrait city,
        @Nullable VisitorTrait region,
        @Nullable VisitorTrait country,
        @Nullable VisitorTrait countryCode,
        @Nullable VisitorTrait zip,
        @Nullable VisitorTrait network,
        @Nullable ClientAddress address,
        @Nullable HostName host,
        Map<DetailName, DetailText> details,
        @Nullable ChatId chat,
        @Nullable OperatorId operator) {

    /** One page of the visitor's trail. */
    public record PageView(PageUrl url, @Nullable PageTitle title, Instant at) {}
}
