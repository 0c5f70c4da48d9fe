package org.lethe.gdpr.head;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.Digest;
import org.lethe.contracts.event.SignedHead;
import org.lethe.contracts.tree.TreeHead;
import org.lethe.gdpr.receipt.TestKeys;

/** What every log of heads does; the fake and the one on Kafka pass it. */
abstract class HeadLogContract {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

    /** More than is looked through at once. */
    private static final int MANY = 250;

    protected abstract HeadLog log();

    /** The same log, as a process has it that has just begun. */
    protected abstract HeadLog anew();

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

        HeadLog.Page page = log().from(first, 2);
        assertThat(page.heads()).extracting(PublishedHead::head).containsExactly(head(3), head(5));
        assertThat(page.heads())
                .extracting(PublishedHead::number)
                .containsExactly(first, first + 1);
        assertThat(page.next()).contains(first + 2);
        HeadLog.Page last = log().from(first + 2, 200);
        assertThat(last.heads()).extracting(PublishedHead::head).containsExactly(head(8));
        assertThat(last.next()).isEmpty();
        assertThat(log().from(first + 1_000_000, 10))
                .isEqualTo(new HeadLog.Page(List.of(), Optional.empty()));
    }

    @Test
    void leavesOutWhatWeDidNotSign() {
        log().publish(signed(3));
        long first = log().newest().orElseThrow().number();
        log().publish(TestKeys.headSigner().sign(head(7)));

        assertThat(log().newest().map(PublishedHead::number)).contains(first);
        assertThat(log().from(first, 2).heads())
                .extracting(PublishedHead::head)
                .containsExactly(head(3));
    }

    @Test
    void findsHeadsBehindAndAfterHoweverMuchThatWeDidNotSign() {
        HeadSigner other = TestKeys.headSigner();
        log().publish(signed(3));
        long first = log().newest().orElseThrow().number();
        for (int i = 0; i < MANY; i++) {
            log().publish(other.sign(head(7)));
        }
        assertThat(anew().newest().map(PublishedHead::number)).contains(first);
        log().publish(signed(5));

        HeadLog.Page page = log().from(first + 1, 10);
        assertThat(page.heads()).isEmpty();
        assertThat(page.next()).contains(first + 11);
        assertThat(log().from(first + 11, MANY).heads())
                .extracting(PublishedHead::head)
                .containsExactly(head(5));
        assertThat(log().newest().map(PublishedHead::head)).contains(head(5));
        assertThat(anew().newest().map(PublishedHead::head)).contains(head(5));
    }

    @Test
    void isNotNewOnceThereWasAnythingInIt() {
        log().publish(TestKeys.headSigner().sign(head(7)));

        assertThat(log().isNew()).isFalse();
    }

    private SignedHead signed(long size) {
        return signer().sign(head(size));
    }

    private static TreeHead head(long size) {
        return new TreeHead(size, new Digest("a".repeat(64)), NOW);
    }
}
