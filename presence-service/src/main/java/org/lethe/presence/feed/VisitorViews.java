package org.lethe.presence.feed;

import java.util.Optional;
import org.lethe.contracts.frame.VisitorView;
import org.lethe.contracts.frame.VisitorView.PageView;
import org.lethe.contracts.personal.Location;
import org.lethe.contracts.scope.Whereabouts;
import org.lethe.contracts.visit.ClientTraits;
import org.lethe.contracts.visit.VisitDocument;
import org.lethe.presence.visit.StoredVisit;

/** Makes of a visit what operators may see of it. */
final class VisitorViews {

    private VisitorViews() {}

    /**
     * The view of a visit.
     *
     * @param withAddress false when the account has addresses removed, whatever is still stored
     */
    static VisitorView of(StoredVisit stored, boolean withAddress) {
        VisitDocument document = stored.document();
        PageView page = document.trail().current();
        Location where = document.location();
        ClientTraits client = document.client();
        Optional<Whereabouts> address =
                withAddress ? stored.address() : Optional.<Whereabouts>empty();
        return new VisitorView(
                stored.visit(),
                document.since(),
                stored.leaving(),
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
                address.map(Whereabouts::address).orElse(null),
                address.map(Whereabouts::host).orElse(null),
                document.details(),
                stored.chat().orElse(null),
                stored.operator().orElse(null));
    }
}
