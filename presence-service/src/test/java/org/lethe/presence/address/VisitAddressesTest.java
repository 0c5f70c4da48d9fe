package org.lethe.presence.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.HostName;
import org.lethe.contracts.scope.Whereabouts;
import org.lethe.presence.visit.FakeVisitStore;
import org.lethe.presence.visit.Sample;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.fixture.DataUseRow;
import org.lethe.runtime.fixture.TestAccounts;

class VisitAddressesTest {

    private static final AccountId ACME = new AccountId("acme");
    private static final ClientAddress ADDRESS = ClientAddress.of("192.0.2.1");
    private static final HostName HOST = HostName.of("host.visitors.example");

    private final FakeVisitStore store = new FakeVisitStore();
    private final AccountDirectory accounts =
            TestAccounts.directory(TestAccounts.settings(ACME, Map.of()));
    private final VisitAddresses addresses = new VisitAddresses(store, accounts);

    @Test
    void keepsAddressAndHostName() {
        VisitId visit = open();
        assertThat(store.address(visit)).contains(new Whereabouts(ADDRESS, null));

        addresses.addHost(ACME, visit, ADDRESS, HOST);

        assertThat(store.address(visit)).contains(new Whereabouts(ADDRESS, HOST));
    }

    @Test
    void opensAVisitOfWhichNobodyKnowsWhereItComesFrom() {
        VisitId visit = addresses.open(ACME, Sample.document(), Optional.empty());

        assertThat(store.address(visit)).isEmpty();
    }

    @Test
    void neverStoresAnAddressThatTheAccountHasRemoved() {
        removeAddresses();

        assertThat(store.address(open())).isEmpty();
    }

    @Test
    void destroysTheAddressWhenTheAccountBeganToRemoveThemMeanwhile() {
        store.meanwhile = this::removeAddresses;

        assertThat(store.address(open())).isEmpty();
    }

    @Test
    void addsNoHostNameOnceTheAccountRemovesThem() {
        VisitId visit = open();
        removeAddresses();

        addresses.addHost(ACME, visit, ADDRESS, HOST);

        assertThat(store.address(visit)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyCombination")
    void storesWhatIsSaid(DataUseRow row) {
        accounts.put(row.settings());

        assertThat(store.address(open()).isPresent()).isEqualTo(row.done().visitAddress());
    }

    static Stream<DataUseRow> everyCombination() {
        return DataUseRow.all(ACME);
    }

    private void removeAddresses() {
        accounts.put(TestAccounts.settings(ACME, Map.of("removeAddress", true)));
    }

    private VisitId open() {
        return addresses.open(ACME, Sample.document(), Optional.of(ADDRESS));
    }
}
