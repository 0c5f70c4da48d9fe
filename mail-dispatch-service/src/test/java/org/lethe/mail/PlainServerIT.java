package org.lethe.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.LetterEvent;
import org.lethe.contracts.event.LetterKind;
import org.lethe.contracts.event.LossEvent.LetterLossNoted;
import org.lethe.contracts.event.LossReason;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.topic.Topic;
import org.lethe.privacy.vault.Lookup;
import org.lethe.privacy.vault.Vault;
import org.lethe.stack.fixture.EventTopic;
import org.lethe.stack.fixture.LetheInfrastructure;

/** Letters and a mail server that offers no TLS, or refuses. */
@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
@WithTestResource(PlainMailServer.class)
class PlainServerIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final String unique = UUID.randomUUID().toString().substring(0, 8);

    @Inject Posted posted;
    @Inject Vault vault;
    @Inject MeterRegistry metrics;

    @Test
    void sendsWithoutTlsWhereNoneIsOfferedAndNoneIsDemanded() {
        double before = handedOver("clear");
        AccountId account = account(false, Duration.ofMinutes(5));
        String recipient = "desk-" + unique + "@acme.example";

        LetterId letter =
                posted.letter(account, Posted.offline(recipient, "Plain"), Optional.empty());

        awaitOutcome(letter, "dispatched");
        assertThat(PlainMailServer.mailsTo(recipient)).hasSize(1);
        assertThat(handedOver("clear")).isGreaterThan(before);
    }

    @Test
    void neverSendsWithoutTlsForAnAccountThatForbidsIt() {
        AccountId account = account(true, Duration.ofSeconds(5));
        String recipient = "desk-" + unique + "@acme.example";

        LetterId letter =
                posted.letter(account, Posted.offline(recipient, "Strict"), Optional.empty());

        await().atMost(SOON).until(() -> meta(letter).containsKey("nextAttempt"));
        awaitOutcome(letter, "deadline");
        assertThat(PlainMailServer.mailsTo(recipient)).isEmpty();
        assertThat(outcomes(letter, LetterEvent.LetterLost.class)).hasSize(1);
        // The notice of it must not go in clear either, so the console says that it was lost.
        LetterId notice = LetterId.noticeOf(letter, letter.epoch());
        awaitOutcome(notice, "deadline");
        assertThat(PlainMailServer.mailsTo(notices(account))).isEmpty();
        assertThat(posted.outcome(LetterId.noticeOf(notice, notice.epoch()))).isEmpty();
        assertThat(noted(letter))
                .containsExactly(
                        new LetterLossNoted(
                                letter, account, LetterKind.OFFLINE_MESSAGE, LossReason.NOT_TAKEN));
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(noted(notice))
                                .extracting(LetterLossNoted::kind)
                                .containsExactly(LetterKind.LOST_NOTICE));
    }

    @Test
    void isLostAtOnceWithANoticeWhenRefusedForGood() {
        AccountId account = account(false, Duration.ofMinutes(5));
        String recipient = "refused-" + unique + "@acme.example";

        LetterId letter =
                posted.letter(account, Posted.offline(recipient, "Refused"), Optional.empty());

        awaitOutcome(letter, "deadline");
        await().atMost(SOON).until(() -> PlainMailServer.mailsTo(notices(account)).size() == 1);
        assertThat(PlainMailServer.mailsTo(notices(account)).getFirst())
                .contains(letter.value())
                .doesNotContain(recipient);
    }

    @Test
    void comesBackWhenTheServerAsksForIt() {
        AccountId account = account(false, Duration.ofMinutes(5));
        String recipient = "later-" + unique + "@acme.example";

        LetterId letter =
                posted.letter(account, Posted.offline(recipient, "Grey"), Optional.empty());

        awaitOutcome(letter, "dispatched");
        assertThat(PlainMailServer.mailsTo(recipient)).hasSize(1);
        assertThat(outcomes(letter, LetterEvent.LetterDispatched.class)).hasSize(1);
    }

    @Test
    void whatIsNoAddressIsLostAtOnce() {
        AccountId account = account(false, Duration.ofMinutes(5));

        LetterId letter =
                posted.letter(
                        account,
                        Posted.offline("x@y.example>\r\nRCPT TO:<z@y.example", "Injected"),
                        Optional.empty());

        awaitOutcome(letter, "deadline");
        assertThat(PlainMailServer.mailsTo("z@y.example")).isEmpty();
    }

    private AccountId account(boolean tlsRequired, Duration deadline) {
        return posted.account("plain-" + unique, tlsRequired, deadline);
    }

    private static <E extends LetterEvent> List<E> outcomes(LetterId letter, Class<E> type) {
        return EventTopic.about(Topic.LETTERS, letter.value(), type);
    }

    private static List<LetterLossNoted> noted(LetterId letter) {
        return EventTopic.about(Topic.LOSSES, letter.value(), LetterLossNoted.class);
    }

    private static String notices(AccountId account) {
        return "notices@" + account.value() + ".example";
    }

    private Map<String, String> meta(LetterId letter) {
        return vault.lookup(letter) instanceof Lookup.Open open ? open.meta().fields() : Map.of();
    }

    private void awaitOutcome(LetterId letter, String outcome) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(posted.outcome(letter)).contains(outcome));
    }

    private double handedOver(String way) {
        return metrics.get("lethe.mail.handed.over").tag("way", way).counter().count();
    }
}
