package org.lethe.stack.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.stack.process.Http;

/** What is fetched of a suite that answers over HTTP. */
class LedgerFetchTest {

    private final TestLedger ledger = new TestLedger();
    private final LedgerServer server = new LedgerServer(ledger);

    @BeforeEach
    void grow() {
        ledger.head();
        ledger.count();
        ledger.countOfAnother();
        ledger.head();
        ledger.erase();
        ledger.head();
        ledger.count();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void fetchesWhatCanBeVerified() throws IOException {
        LedgerExport fetched = fetch(Optional.of("a token"), LedgerExport.NONE);

        assertThat(fetched.heads()).hasSize(3);
        assertThat(fetched.entries()).as("one has no head yet").hasSize(2);
        assertThat(new LedgerVerification(ledger.keys()).verify(fetched, LedgerExport.NONE))
                .isEmpty();
    }

    @Test
    void fetchesHeadsAloneForWhoIsNotSignedIn() throws IOException {
        LedgerExport fetched = fetch(Optional.empty(), LedgerExport.NONE);

        assertThat(fetched.entries()).isEmpty();
        assertThat(new LedgerVerification(ledger.keys()).verify(fetched, LedgerExport.NONE))
                .isEmpty();
    }

    @Test
    void asksForTheGrowthSinceItWasKept() throws IOException {
        ledger.head();
        LedgerExport all = fetch(Optional.empty(), LedgerExport.NONE);
        LedgerExport kept =
                new LedgerExport(all.heads().subList(3, 4), List.of(), List.of(), false);
        ledger.count();
        ledger.head();

        LedgerExport fetched = fetch(Optional.empty(), kept);

        assertThat(new LedgerVerification(ledger.keys()).verify(fetched, kept)).isEmpty();
    }

    @Test
    void looksWhetherWhatOneHeadSaysIsThere() throws IOException {
        for (int i = 0; i < 5; i++) {
            ledger.count();
        }
        ledger.showOnly(ledger.head());

        LedgerExport fetched = fetch(Optional.empty(), LedgerExport.NONE);

        assertThat(fetched.growth())
                .singleElement()
                .satisfies(proof -> assertThat(proof.from()).isPositive());
        assertThat(new LedgerVerification(ledger.keys()).verify(fetched, LedgerExport.NONE))
                .isEmpty();
    }

    @Test
    void saysThatTheSuiteItselfFindsItsLedgerChanged() {
        server.setChanged();

        assertThatThrownBy(() -> fetch(Optional.empty(), LedgerExport.NONE))
                .isInstanceOf(ChangedLedgerException.class);
    }

    @Test
    void doesNotGoInCircles() {
        server.setCircle();

        assertThatThrownBy(() -> fetch(Optional.empty(), LedgerExport.NONE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("page");
    }

    @Test
    void failsWhereNoLedgerIs() {
        var elsewhere = new Suite(Http.PLAIN, server.address().resolve("/"), Optional.empty());
        server.close();

        assertThatThrownBy(() -> elsewhere.heads(0)).isInstanceOf(IOException.class);
    }

    private LedgerExport fetch(Optional<String> token, LedgerExport kept) throws IOException {
        var suite = new Suite(Http.PLAIN, server.address(), token);
        return new LedgerFetch(suite, ledger.keys()).fetch(kept);
    }
}
