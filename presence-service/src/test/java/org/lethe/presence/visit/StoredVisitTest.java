package org.lethe.presence.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.frame.VisitorView;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.HostName;
import org.lethe.contracts.personal.PageUrl;
import org.lethe.contracts.personal.VisitorTrait;

class StoredVisitTest {

    private final StoredVisit stored =
            Sample.visit(VisitId.mint("ep0c", new SecureRandom()), new AccountId("acme"));

    @Test
    void showsThePresentPageAndAllThatIsKnown() {
        VisitorView view = stored.view(true);

        assertThat(view.url()).isEqualTo(PageUrl.of("https://shop.example/basket"));
        assertThat(view.pages()).hasSize(2);
        assertThat(view.zip()).isEqualTo(VisitorTrait.of("N2"));
        assertThat(view.network()).isEqualTo(VisitorTrait.of("Example Net"));
        assertThat(view.address()).isEqualTo(ClientAddress.of("192.0.2.1"));
        assertThat(view.host()).isEqualTo(HostName.of("host.visitors.example"));
    }

    @Test
    void hidesAddressAndHostNameThatTheAccountHasRemoved() {
        VisitorView view = stored.view(false);

        assertThat(view.address()).isNull();
        assertThat(view.host()).isNull();
        assertThat(view.city()).isEqualTo(VisitorTrait.of("London"));
    }
}
