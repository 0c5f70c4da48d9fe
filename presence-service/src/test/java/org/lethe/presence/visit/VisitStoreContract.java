package org.lethe.presence.visit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.HostName;
import org.lethe.contracts.scope.Whereabouts;
import org.lethe.contracts.visit.VisitDocument;

/** What every store of visits does; the fake and the one in the vault pass it. */
abstract class VisitStoreContract {

    private static final AccountId ACME = new AccountId("acme");
    private static final Whereabouts ADDRESS = new Whereabouts(ClientAddress.of("192.0.2.1"), null);
    private static final Whereabouts NAMED =
            new Whereabouts(ClientAddress.of("192.0.2.1"), HostName.of("host.visitors.example"));

    private VisitStore store;
    private VisitId visit;

    protected abstract VisitStore store();

    protected abstract void destroy(VisitId visit);

    @BeforeEach
    void aVisit() {
        store = store();
        visit = store.open(ACME, Sample.document(), Optional.of(ADDRESS));
    }

    @Test
    void readsWhatItOpened() {
        VisitId other = store.open(ACME, other(), Optional.empty());

        assertThat(store.read(List.of(visit, other)))
                .isEqualTo(
                        Map.of(
                                visit, stored(visit, Sample.document(), Optional.of(ADDRESS)),
                                other, stored(other, other(), Optional.empty())));
        assertThat(store.openVisits(ACME)).contains(visit, other);
        assertThat(store.openVisits(new AccountId("globex"))).doesNotContain(visit, other);
    }

    @Test
    void changesADocument() {
        assertThat(store.change(visit, read -> other())).isTrue();

        assertThat(only(visit).document()).isEqualTo(other());
        assertThat(only(visit).address()).contains(ADDRESS);
    }

    @Test
    void appliesAChangeToWhatAnotherTabWroteMeanwhile() {
        AtomicBoolean first = new AtomicBoolean(true);
        UnaryOperator<VisitDocument> change =
                read -> {
                    if (first.getAndSet(false)) {
                        store.change(visit, beside -> without(beside, true));
                    }
                    return without(read, false);
                };

        assertThat(store.change(visit, change)).isTrue();

        assertThat(only(visit).document()).isEqualTo(without(without(other(), true), false));
    }

    @Test
    void destroysAnAddressForGood() {
        assertThat(store.putAddress(visit, NAMED)).isTrue();
        assertThat(only(visit).address()).contains(NAMED);

        store.destroyAddresses(List.of(visit));

        assertThat(only(visit).address()).isEmpty();
        assertThat(only(visit).document()).isEqualTo(Sample.document());
        assertThat(store.putAddress(visit, NAMED)).isFalse();
        assertThat(only(visit).address()).isEmpty();
    }

    @Test
    void hasNothingOfAVisitThatIsDestroyed() {
        destroy(visit);

        assertThat(store.read(List.of(visit))).isEmpty();
        assertThat(store.openVisits(ACME)).doesNotContain(visit);
        assertThat(store.change(visit, read -> other())).isFalse();
        assertThat(store.putAddress(visit, NAMED)).isFalse();
        store.destroyAddresses(List.of(visit));
        assertThat(store.read(List.of(visit))).isEmpty();
    }

    private StoredVisit only(VisitId id) {
        return requireNonNull(store.read(List.of(id)).get(id));
    }

    private static VisitDocument other() {
        return without(Sample.document(), true);
    }

    /** Without its details, or without its referrer. */
    private static VisitDocument without(VisitDocument document, boolean details) {
        return new VisitDocument(
                document.since(),
                document.trail(),
                details ? document.referrer() : null,
                document.location(),
                document.client(),
                details ? Map.of() : document.details(),
                document.consent());
    }

    private static StoredVisit stored(
            VisitId visit, VisitDocument document, Optional<Whereabouts> address) {
        return new StoredVisit(
                visit, ACME, document, address, false, Optional.empty(), Optional.empty());
    }
}
