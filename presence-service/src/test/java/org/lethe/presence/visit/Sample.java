package org.lethe.presence.visit;

import org.lethe.contracts.visit.PageTrail;
import org.lethe.contracts.visit.VisitDocument;
import org.lethe.contracts.scope.Whereabouts;
import org.lethe.contracts.visit.Consent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lethe.contracts.frame.PersonalText;
import org.lethe.contracts.frame.VisitorView.PageView;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.HostName;
import org.lethe.contracts.personal.Location;
import org.lethe.contracts.visit.ClientTraits;

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
                text("https://search.example/"),
                new Location("London", "England", "United Kingdom", "GB", "N2", "Example Net"),
                new ClientTraits("Firefox 128", "Linux", "Desktop"),
                Map.of(text("plan"), text("pro")),
                new Consent(text("Yes"), NOW));
    }

    private static PageView page(String name) {
        return new PageView(text("https://shop.example/" + name), text(name), NOW);
    }

    private static PersonalText text(String value) {
        return new PersonalText(value);
    }
}
