package org.lethe.presence.feed;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.frame.PersonalText;
import org.lethe.contracts.frame.VisitorView;
import org.lethe.contracts.frame.VisitorView.PageView;
import org.lethe.contracts.personal.Location;
import org.lethe.contracts.personal.PersonalData;
import org.lethe.contracts.visit.ClientTraits;
import org.lethe.contracts.scope.Whereabouts;
import org.lethe.presence.visit.StoredVisit;
import org.lethe.contracts.visit.VisitDocument;

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
                text(client.browser()),
                text(client.os()),
                text(client.device()),
                text(where.city()),
                text(where.region()),
                text(where.country()),
                text(where.countryCode()),
                text(where.zip()),
                text(where.network()),
                address.map(known -> text(known.address())).orElse(null),
                address.map(known -> text(known.host())).orElse(null),
                document.details(),
                stored.chat().orElse(null),
                stored.operator().orElse(null));
    }

    private static @Nullable PersonalText text(@Nullable String value) {
        return value == null ? null : new PersonalText(value);
    }

    private static @Nullable PersonalText text(@Nullable PersonalData value) {
        return value == null ? null : new PersonalText(value.reveal());
    }
}
