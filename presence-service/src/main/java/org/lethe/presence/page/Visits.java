package org.lethe.presence.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.lethe.contracts.frame.VisitClientFrame;
import org.lethe.contracts.frame.VisitorView.PageView;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.HostName;
import org.lethe.contracts.personal.UserAgentText;
import org.lethe.contracts.visit.Consent;
import org.lethe.contracts.visit.PageTrail;
import org.lethe.contracts.visit.VisitDocument;
import org.lethe.presence.address.VisitAddresses;
import org.lethe.presence.enrichment.Enrichment;
import org.lethe.presence.visit.VisitStore;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;

/** Opens visits and follows their visitors from page to page. */
@ApplicationScoped
class Visits {

    private static final Log LOG = Log.of(Visits.class);
    private static final Executor BACKGROUND = Thread::startVirtualThread;

    private final VisitStore store;
    private final Enrichment enrichment;
    private final VisitAddresses addresses;
    private final Clock clock;

    Visits(VisitStore store, Enrichment enrichment, VisitAddresses addresses, Clock clock) {
        this.store = store;
        this.enrichment = enrichment;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** Opens a visit; refuses without consent. */
    VisitId open(OpenVisit request, ClientAddress address, Optional<UserAgentText> userAgent) {
        AccountId account = request.account();
        VisitDocument document = document(request, address, userAgent);
        VisitId visit = addresses.open(account, document, address);
        if (addresses.areKept(account)) {
            enrichment
                    .hostName(address)
                    .thenAcceptAsync(
                            host -> host.ifPresent(it -> addHost(account, visit, address, it)),
                            BACKGROUND);
        }
        return visit;
    }

    /** The visitor is on another page; false when the visit is destroyed. */
    boolean page(VisitId visit, VisitClientFrame.Page frame) {
        PageView page = new PageView(frame.url(), frame.title(), clock.instant());
        return store.change(visit, document -> document.visiting(page, frame.referrer()));
    }

    private VisitDocument document(
            OpenVisit request, ClientAddress address, Optional<UserAgentText> userAgent) {
        Consent consent = request.requiredConsent();
        OpenVisit.Page opened = request.page();
        PageView page = new PageView(opened.url(), opened.title(), clock.instant());
        return new VisitDocument(
                page.at(),
                PageTrail.startingAt(page),
                request.referrer(),
                enrichment.location(address),
                enrichment.client(userAgent),
                request.boundedDetails(),
                consent);
    }

    private void addHost(AccountId account, VisitId visit, ClientAddress address, HostName host) {
        try {
            addresses.addHost(account, visit, address, host);
        } catch (RuntimeException unavailable) {
            LOG.warn("a host name could not be added", LogKey.SCOPE.of(visit));
        }
    }
}
