package org.lethe.presence.visit;

import java.util.Optional;
import org.lethe.contracts.frame.VisitorView;
import org.lethe.contracts.frame.VisitorView.PageView;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.personal.Location;
import org.lethe.contracts.scope.Whereabouts;
import org.lethe.contracts.visit.ClientTraits;
import org.lethe.contracts.visit.VisitDocument;

/** An open visit, unsealed for the moment of showing it. */
public record StoredVisit(
        VisitId visit,
        AccountId account,
        VisitDocument document,
        Optional<Whereabouts> address,
        boolean leaving,
        Optional<ChatId> chat,
        Optional<OperatorId> operator) {

    /**
     * What operators may see of it.
     *
     * @param withAddress false when the account has addresses removed, whatever is still stored
     */
    public VisitorView view(boolean withAddress) {
        PageView page = document.trail().current();
        Location where = document.location();
        ClientTraits client = document.client();
        Optional<Whereabouts> shown = withAddress ? address : Optional.empty();
        return new VisitorView(
                visit,
                document.since(),
                leaving,
                page.url(),
                page.title(),
                document.referrer(),
                document.trail().pages(),
                client.browser(),
                client.os(),
                client.device(),
                where.city(),
                where.region(),
                where.country(),
                where.countryCode(),
                where.zip(),
                where.network(),
                shown.map(Whereabouts::address).orElse(null),
                shown.map(Whereabouts::host).orElse(null),
                document.details(),
                chat.orElse(null),
                operator.orElse(null));
    }
}
