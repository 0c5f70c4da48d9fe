package org.lethe.presence.visit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lethe.contracts.frame.VisitorView.PageView;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.ConsentText;
import org.lethe.contracts.personal.DetailName;
import org.lethe.contracts.personal.DetailText;
import org.lethe.contracts.personal.HostName;
import org.lethe.contracts.personal.Location;
import org.lethe.contracts.personal.PageTitle;
import org.lethe.contracts.personal.PageUrl;
import org.lethe.contracts.personal.Referrer;
import org.lethe.contracts.personal.VisitorTrait;
import org.lethe.contracts.scope.Whereabouts;
import org.lethe.contracts.visit.ClientTraits;
import org.lethe.contracts.visit.Consent;
import org.lethe.contracts.visit.PageTrail;
import org.lethe.contracts.visit.VisitDocument;

/** A visit with something in every field. */
public final class Sample {

    private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");

    private Sample() {}

    public static StoredVisit visit(VisitId visit, AccountId account) {
        return new StoredVisit(
                visit,
                account,
                document(),
                Optional.of(
                        new Whereabouts(
                                ClientAddress.of("192.0.2.1"),
                                HostName.of("host.visitors.example"))),
                false,
                Optional.empty(),
                Optional.empty());
    }

    public static VisitDocument document() {
        return new VisitDocument(
                NOW,
                new PageTrail(List.of(page("start"), page("basket"))),
                Referrer.of("https://search.example/"),
                Location.of("London", "England", "United Kingdom", "GB", "N2", "Example Net"),
                new ClientTraits(
                        VisitorTrait.of("Firefox 128"),
                        VisitorTrait.of("Linux"),
                        VisitorTrait.of("Desktop")),
                Map.of(DetailName.of("plan"), DetailText.of("pro")),
                new Consent(ConsentText.of("Yes"), NOW));
    }

    private static PageView page(String name) {
        return new PageView(PageUrl.of("https://shop.example/" + name), PageTitle.of(name), NOW);
    }
}
