package org.lethe.presence.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.scope.Whereabouts;
import org.lethe.presence.visit.FakeVisitStore;
import org.lethe.presence.visit.Sample;

class AddressRemovalTest {

    private static final AccountId ACME = new AccountId("acme");
    private static final Whereabouts ADDRESS =
            new Whereabouts(ClientAddress.of("192.0.2.1"), null);

    private final FakeVisitStore store = new FakeVisitStore();
    private final AddressRemoval removal = new AddressRemoval(store);
    private final VisitId visit = store.open(ACME, Sample.document(), Optional.of(ADDRESS));

    @Test
    void removesAddressesWhenTheAccountBeginsTo() {
        removal.follow(ACME, false);
        removal.removeDue();
        assertThat(store.address(visit)).contains(ADDRESS);

        removal.follow(ACME, true);
        removal.removeDue();
        assertThat(store.address(visit)).isEmpty();
    }

    @Test
    void triesAgainWhatTheStoreCouldNotDo() {
        removal.follow(ACME, true);
        store.away = true;
        removal.removeDue();
        store.away = false;

        removal.removeDue();

        assertThat(store.address(visit)).isEmpty();
    }

    @Test
    void doesNothingWhenOtherSettingsChange() {
        removal.follow(ACME, true);
        removal.removeDue();
        VisitId later = store.open(ACME, Sample.document(), Optional.of(ADDRESS));

        removal.follow(ACME, true);
        removal.removeDue();

        assertThat(store.address(later)).contains(ADDRESS);
    }
}
