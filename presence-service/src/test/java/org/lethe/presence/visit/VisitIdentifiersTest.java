package org.lethe.presence.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.DetailName;
import org.lethe.contracts.personal.DetailText;
import org.lethe.contracts.scope.Whereabouts;
import org.lethe.contracts.subject.Identifier;
import org.lethe.runtime.fixture.TestAccounts;

class VisitIdentifiersTest {

    private static final AccountId ACME = new AccountId("acme");
    private static final AccountId GLOBEX = new AccountId("globex");

    private final VisitIdentifiers identifiers =
            new VisitIdentifiers(
                    TestAccounts.directory(
                            TestAccounts.settings(ACME, Map.of("identifiers", List.of("plan"))),
                            TestAccounts.settings(GLOBEX, Map.of())));

    private final Identifier plan =
            new Identifier.Detail(DetailName.of("plan"), DetailText.of("pro"));
    private final Optional<Whereabouts> address =
            Optional.of(new Whereabouts(ClientAddress.of("192.0.2.7"), null));

    @Test
    void areTheAddressItsNetworkAndTheDetailsThatTheAccountMarked() {
        assertThat(identifiers.of(ACME, Sample.document(), address))
                .containsExactlyInAnyOrder(
                        plan,
                        new Identifier.Address(ClientAddress.of("192.0.2.7")),
                        new Identifier.Network(ClientAddress.of("192.0.2.0")));
        assertThat(identifiers.of(ACME, Sample.document(), Optional.empty())).containsExactly(plan);
    }

    @Test
    void areNoDetailsThatNobodyMarked() {
        assertThat(identifiers.ofDetails(ACME, Sample.document())).containsExactly(plan);
        assertThat(identifiers.ofDetails(GLOBEX, Sample.document())).isEmpty();
        assertThat(identifiers.ofDetails(new AccountId("closed"), Sample.document())).isEmpty();
    }
}
