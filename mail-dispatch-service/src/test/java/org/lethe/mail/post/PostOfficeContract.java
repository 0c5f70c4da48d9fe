package org.lethe.mail.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.mail.post.Delivery.Postponed;
import org.lethe.mail.post.PostOffice.Opening;

/** What every place does where mails are handed over. */
abstract class PostOfficeContract {

    static final Patience PATIENT = new Patience(Duration.ofMinutes(1), Duration.ofMinutes(1));

    /** An office whose mail server offers no TLS and answers a whole mail with this code. */
    abstract PostOffice answering(int code) throws IOException;

    /** An office whose mail server does not listen. */
    abstract PostOffice unreachable() throws IOException;

    @Test
    void handsAMailIn() throws IOException {
        assertThat(handIn(answering(250), PATIENT)).isEqualTo(new Delivery.Accepted(Way.CLEAR));
    }

    @Test
    void tellsARefusalForGoodFromOneForNow() throws IOException {
        assertThat(handIn(answering(554), PATIENT)).isEqualTo(new Delivery.Refused(554));
        assertThat(handIn(answering(451), PATIENT))
                .isEqualTo(new Postponed(PostponeReason.DEFERRED));
    }

    @Test
    void isClosedWhileNobodyListens() throws IOException {
        assertThat(unreachable().open(false))
                .isEqualTo(new Opening.Closed(PostponeReason.UNREACHABLE));
    }

    @Test
    void takesNothingOfWhoDemandsTlsWhereThereIsNone() throws IOException {
        assertThat(handIn(answering(250), true, PATIENT))
                .isEqualTo(new Postponed(PostponeReason.TLS_MISSING));
    }

    static Delivery handIn(PostOffice office, Patience patience) {
        return handIn(office, false, patience);
    }

    static Delivery handIn(PostOffice office, boolean tlsRequired, Patience patience) {
        return switch (office.open(tlsRequired)) {
            case Opening.Open(var counter) -> {
                try (counter) {
                    yield counter.handIn(mail(), patience);
                }
            }
            case Opening.Closed(var reason) -> throw new AssertionError(reason);
        };
    }

    private static OutgoingMail mail() {
        return new OutgoingMail(
                LetterId.mint("e0e0", new SecureRandom()),
                EmailAddress.of("desk@acme.example"),
                Optional.empty(),
                "Subject",
                "Text",
                "<p>Text</p>");
    }
}
