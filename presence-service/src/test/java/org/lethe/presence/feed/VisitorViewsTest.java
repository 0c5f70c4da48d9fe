package org.lethe.presence.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.frame.PersonalText;
import org.lethe.contracts.frame.VisitorView;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.VisitId;
import org.lethe.presence.visit.Sample;
import org.lethe.presence.visit.StoredVisit;

class VisitorViewsTest {

    private final StoredVisit stored =
            Sample.visit(VisitId.mint("ep0c", new SecureRandom()), new AccountId("acme"));

    @Test
    void showsThePresentPageAndAllThatIsKnown() {
        VisitorView view = VisitorViews.of(stored, true);

        assertThat(view.url()).isEqualTo(new PersonalText("https://shop.example/basket"));
        assertThat(view.pages()).hasSize(2);
        assertThat(view.zip()).isEqualTo(new PersonalText("N2"));
        assertThat(view.network()).isEqualTo(new PersonalText("Example Net"));
        assertThat(view.address()).isEqualTo(new PersonalText("192.0.2.1"));
        assertThat(view.host()).isEqualTo(new PersonalText("host.visitors.example"));
    }

    @Test
    void hidesAddressAndHostNameThatTheAccountHasRemoved() {
        VisitorView view = VisitorViews.of(stored, false);

        assertThat(view.address()).isNull();
        assertThat(view.host()).isNull();
        assertThat(view.city()).isEqualTo(new PersonalText("London"));
    }
}
