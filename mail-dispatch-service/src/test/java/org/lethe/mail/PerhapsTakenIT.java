package org.lethe.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.LetterEvent.LetterLost;
import org.lethe.contracts.event.LetterEvent.LetterPerhapsDelivered;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.topic.Topic;
import org.lethe.mail.letter.Custody;
import org.lethe.mail.letter.LetterLeases;
import org.lethe.stack.fixture.EventTopic;
import org.lethe.stack.fixture.LetheInfrastructure;

/** Letters and a mail server that takes them and gives no word. */
@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
@WithTestResource(DroppingMailServer.class)
class PerhapsTakenIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final String unique = UUID.randomUUID().toString().substring(0, 8);

    @Inject Posted posted;
    @Inject LetterLeases leases;

    @Test
    void sendsAFewCopiesAndTellsThatItPerhapsArrived() {
        AccountId account = posted.account("perhaps-" + unique, false, Duration.ofMinutes(5));

        LetterId letter =
                posted.letter(
                        account,
                        Posted.offline("desk-" + unique + "@acme.example", "Hello"),
                        Optional.empty());

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(posted.outcome(letter)).contains("perhaps-delivered"));
        assertThat(EventTopic.about(Topic.LETTERS, letter.value(), LetterPerhapsDelivered.class))
                .containsExactly(new LetterPerhapsDelivered(letter, account));
        assertThat(EventTopic.about(Topic.LETTERS, letter.value(), LetterLost.class)).isEmpty();
        assertThat(leases.custody(letter)).isEqualTo(Custody.PERHAPS);
        // Its notice has the same fate, and there is none of that.
        LetterId notice = LetterId.noticeOf(letter, letter.epoch());
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(posted.outcome(notice)).contains("perhaps-delivered"));
        await().during(Duration.ofSeconds(3))
                .until(() -> DroppingMailServer.mails() == 2 * DroppingMailServer.COPIES);
    }
}
