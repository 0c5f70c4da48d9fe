package org.lethe.gdpr.head;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.Digest;
import org.lethe.contracts.event.SignedHead;
import org.lethe.contracts.tree.TreeHead;
import org.lethe.gdpr.receipt.TestKeys;

/** What every log of heads does; the fake and the one on Kafka pass it. */
abstract class HeadLogContract {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

    protected abstract HeadLog log();

    protected abstract HeadSigner signer();

    @Test
    void hasWhatWasPublishedLastAsTheNewest() {
        log().publish(signed(3));
        log().publish(signed(5));

        assertThat(log().newest().map(PublishedHead::head)).contains(head(5));
    }

    @Test
    void givesHeadsInTheirOrderAPageAtATime() {
        log().publish(signed(3));
        long first = log().newest().orElseThrow().number();
        log().publish(signed(5));
        log().publish(signed(8));

        List<PublishedHead> page = log().from(first, 2);
        assertThat(page).extracting(PublishedHead::head).containsExactly(head(3), head(5));
        assertThat(page).extracting(PublishedHead::number).containsExactly(first, first + 1);
        assertThat(log().from(first + 2, 200))
                .first()
                .extracting(PublishedHead::head)
                .isEqualTo(head(8));
        assertThat(log().from(first + 1_000_000, 10)).isEmpty();
    }

    @Test
    void leavesOutWhatWeDidNotSign() {
        log().publish(signed(3));
        long first = log().newest().orElseThrow().number();
        log().publish(TestKeys.headSigner().sign(head(7)));

        assertThat(log().newest().map(PublishedHead::number)).contains(first);
        assertThat(log().from(first, 2)).extracting(PublishedHead::head).containsExactly(head(3));
    }

    private SignedHead signed(long size) {
        return signer().sign(head(size));
    }

    private static TreeHead head(long size) {
        return new TreeHead(size, new Digest("a".repeat(64)), NOW);
    }
}
