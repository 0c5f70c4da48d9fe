package org.lethe.presence.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.frame.VisitClientFrame;
import org.lethe.contracts.frame.VisitorView.PageView;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.HostName;
import org.lethe.contracts.personal.Location;
import org.lethe.contracts.personal.Referrer;
import org.lethe.contracts.personal.UserAgentText;
import org.lethe.contracts.visit.Consent;
import org.lethe.contracts.visit.PageTrail;
import org.lethe.contracts.visit.VisitDocument;
import org.lethe.presence.address.VisitAddresses;
import org.lethe.presence.enrichment.Enrichment;
import org.lethe.presence.visit.VisitStore;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.runtime.account.AccountDirectory;

/** Opens visits and follows their visitors from page to page. */
@ApplicationScoped
class Visits {

    private static final Log LOG = Log.of(Visits.class);
    private static final Executor BACKGROUND = Thread::startVirtualThread;

    private final VisitStore store;
    private final Enrichment enrichment;
    private final VisitAddresses addresses;
    private final AccountDirectory accounts;
    private final Clock clock;

    Visits(
            VisitStore store,
            Enrichment enrichment,
            VisitAddresses addresses,
            AccountDirectory accounts,
            Clock clock) {
        this.store = store;
        this.enrichment = enrichment;
        this.addresses = addresses;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Opens a visit; refuses without consent.
     *
     * @param address empty if it can't be told
     */
    VisitId open(
            OpenVisit request, Optional<ClientAddress> address, Optional<UserAgentText> userAgent) {
        AccountId account = request.account();
        VisitDocument document = document(request, address, userAgent);
        VisitId visit = addresses.open(account, document, address);
        if (addresses.areKept(account)) {
            address.ifPresent(known -> findHost(account, visit, known));
        }
        return visit;
    }

    /** The visitor is on another page; false when the visit is destroyed. */
    boolean page(AccountId account, VisitId visit, VisitClientFrame.Page frame) {
        Set<String> hidden = hiddenParameters(account);
        PageView page = new PageView(frame.url().hiding(hidden), frame.title(), clock.instant());
        Referrer referrer = hiding(frame.referrer(), hidden);
        return store.change(visit, document -> document.visiting(page, referrer));
    }

    /** The site passed more of the visitor; false when the visit is destroyed. */
    boolean details(VisitId visit, VisitClientFrame.Details frame) {
        return store.change(visit, document -> document.knowing(frame.details()));
    }

    private VisitDocument document(
            OpenVisit request, Optional<ClientAddress> address, Optional<UserAgentText> userAgent) {
        Consent consent = request.requiredConsent();
        OpenVisit.Page opened = request.page();
        Set<String> hidden = hiddenParameters(request.account());
        PageView page = new PageView(opened.url().hiding(hidden), opened.title(), clock.instant());
        return new VisitDocument(
                page.at(),
                PageTrail.startingAt(page),
                hiding(request.referrer(), hidden),
                address.map(enrichment::location).orElseGet(Location::unknown),
                enrichment.client(userAgent, request.isTouched()),
                request.boundedDetails(),
                consent);
    }

    private Set<String> hiddenParameters(AccountId account) {
        return accounts.require(account).hiddenParameters();
    }

    private static @Nullable Referrer hiding(@Nullable Referrer referrer, Set<String> hidden) {
        return referrer == null ? null : referrer.hiding(hidden);
    }

    private void findHost(AccountId account, VisitId visit, ClientAddress address) {
        enrichment
                .hostName(address)
                .thenAcceptAsync(
                        host -> host.ifPresent(it -> addHost(account, visit, address, it)),
                        BACKGROUND);
    }

    private void addHost(AccountId account, VisitId visit, ClientAddress address, HostName host) {
        try {
            addresses.addHost(account, visit, address, host);
        } catch (RuntimeException unavailable) {
            LOG.warn("a host name could not be added", LogKey.SCOPE.of(visit));
        }
    }
}
