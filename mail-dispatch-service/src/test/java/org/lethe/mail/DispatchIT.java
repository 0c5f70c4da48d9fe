package org.lethe.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ErasureId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.scope.MetaField;
import org.lethe.contracts.scope.Whereabouts;
import org.lethe.privacy.vault.Vault;
import org.lethe.stack.fixture.LetheInfrastructure;
import org.lethe.stack.inbox.InboxClient;
import org.lethe.stack.inbox.ReceivedMail;

/** Letters are sent to a mail server that offers STARTTLS, and nothing of them stays. */
@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
@WithTestResource(ShortRhythms.class)
class DispatchIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final InboxClient inbox = LetheInfrastructure.inbox();
    private final String recipient = "desk-" + UUID.randomUUID() + "@acme.example";

    @Inject Posted posted;
    @Inject Vault vault;
    @Inject MeterRegistry metrics;

    @AfterEach
    void bringMailServerBack() {
        inbox.startListening();
    }

    @Test
    void dispatchesALetterOverTlsAndDestroysIt() {
        double before = handedOver("tls");
        AccountId account = account(Duration.ofMinutes(5));

        LetterId letter =
                posted.letter(
                        account,
                        Posted.transcript(recipient, 3, "Grüße\n.\n<b>bold</b>"),
                        Optional.of(new Whereabouts(ClientAddress.of("2001:db8::17"), null)));

        ReceivedMail mail = arrived().getFirst();
        assertThat(mail.tls()).isTrue();
        assertThat(mail.subject()).isEqualTo("Chat transcript: Acme, 4 Mar 2026 12:30");
        assertThat(mail.text())
                .contains("Zoë Müller", "Grüße", "2001:db8::17", "12:30:02")
                .doesNotContain("Host name");
        assertThat(mail.html()).contains(">Grüße<br/>", ">.<br/>", ">&lt;b&gt;bold&lt;/b&gt;<br/>");
        assertThat(mail.raw())
                .containsIgnoringCase("Message-ID: <" + letter.value() + "@lethe.example>")
                .containsIgnoringCase("Auto-Submitted: auto-generated");
        awaitOutcome(letter, "dispatched");
        assertThat(posted.isGone(letter)).isTrue();
        assertThat(handedOver("tls")).isGreaterThan(before);
    }

    @Test
    void leavesTheAddressOutIfTheAccountHasItRemovedSince() {
        AccountId account = account(Duration.ofMinutes(5));
        inbox.stopListening();
        LetterId letter =
                posted.letter(
                        account,
                        Posted.transcript(recipient, 3, "Hello"),
                        Optional.of(new Whereabouts(ClientAddress.of("2001:db8::17"), null)));
        await().atMost(SOON).until(() -> attempts(letter) >= 1);
        posted.removeAddresses(account);

        inbox.startListening();

        assertThat(arrived().getFirst().raw())
                .contains("Hello")
                .doesNotContain("2001:db8::17", "IP address");
    }

    @Test
    void offlineMessageCanBeAnswered() {
        AccountId account = account(Duration.ofMinutes(5));

        posted.letter(account, Posted.offline(recipient, "Call me"), Optional.empty());

        ReceivedMail mail = arrived().getFirst();
        assertThat(mail.raw()).containsIgnoringCase("Reply-To: zoe@visitor.example");
        assertThat(mail.text()).contains("Call me").doesNotContain("IP address");
    }

    @Test
    void findsALetterWhoseEventWasLost() {
        AccountId account = account(Duration.ofMinutes(5));

        LetterId letter =
                posted.silently(account, Posted.offline(recipient, "Silent"), Optional.empty());

        assertThat(arrived()).hasSize(1);
        awaitOutcome(letter, "dispatched");
    }

    @Test
    void waitsForAMailServerThatIsAwayAndSendsOnce() {
        AccountId account = account(Duration.ofMinutes(5));
        inbox.stopListening();
        LetterId letter =
                posted.letter(account, Posted.offline(recipient, "Later"), Optional.empty());
        await().atMost(SOON).until(() -> attempts(letter) >= 2);

        inbox.startListening();

        assertThat(arrived()).hasSize(1);
        awaitOutcome(letter, "dispatched");
        await().during(Duration.ofSeconds(3)).until(() -> mails().size() == 1);
    }

    @Test
    void isLostAtItsDeadlineAndTheAccountIsToldWithoutItsContent() {
        AccountId account = account(Duration.ofSeconds(4));
        inbox.stopListening();
        LetterId letter =
                posted.letter(
                        account, Posted.offline(recipient, "Secret of 4711"), Optional.empty());

        awaitOutcome(letter, "deadline");
        inbox.startListening();

        String notices = "notices@" + account.value() + ".example";
        await().atMost(SOON).until(() -> mailsTo(notices).size() == 1);
        ReceivedMail notice = mailsTo(notices).getFirst();
        assertThat(notice.text()).contains(letter.value()).doesNotContain("4711", "Zoë");
        assertThat(notice.html()).contains(letter.value()).doesNotContain("4711", "Zoë");
        await().during(Duration.ofSeconds(3)).until(() -> mailsTo(notices).size() == 1);
        assertThat(mails()).isEmpty();
    }

    @Test
    void doesNotSendWhatIsBeingErased() {
        AccountId account = account(Duration.ofMinutes(5));
        inbox.stopListening();
        LetterId letter =
                posted.letter(account, Posted.offline(recipient, "Erased"), Optional.empty());
        await().atMost(SOON).until(() -> attempts(letter) >= 1);
        ErasureId erasure = vault.newErasureId();
        vault.markErasing(List.of(letter), erasure);

        inbox.startListening();

        await().during(Duration.ofSeconds(3)).until(() -> mails().isEmpty());
        vault.destroy(letter, DestroyReason.ERASED, List.of());
        await().during(Duration.ofSeconds(2)).until(() -> mails().isEmpty());
    }

    @Test
    void sendsALongTranscriptWhole() {
        AccountId account = account(Duration.ofMinutes(5));

        posted.letter(
                account,
                Posted.transcript(recipient, 4_000, "Line of a long talk, with Grüße. ".repeat(20)),
                Optional.empty());

        await().atMost(Duration.ofSeconds(60)).until(() -> mails().size() == 1);
        assertThat(mails().getFirst().text().lines().filter(line -> line.contains("Line of")))
                .hasSize(4_000);
    }

    private AccountId account(Duration deadline) {
        return posted.account(
                "acme-" + UUID.randomUUID().toString().substring(0, 8), true, deadline);
    }

    private long attempts(LetterId letter) {
        return vault.lookup(letter) instanceof org.lethe.privacy.vault.Lookup.Open open
                ? Long.parseLong(open.meta().get(MetaField.ATTEMPTS).orElse("0"))
                : 0;
    }

    private void awaitOutcome(LetterId letter, String outcome) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(posted.outcome(letter)).contains(outcome));
    }

    private List<ReceivedMail> arrived() {
        await().atMost(SOON).until(() -> !mails().isEmpty());
        return mails();
    }

    private List<ReceivedMail> mails() {
        return mailsTo(recipient);
    }

    private List<ReceivedMail> mailsTo(String address) {
        return inbox.mailsTo(address);
    }

    private double handedOver(String way) {
        return metrics.get("lethe.mail.handed.over").tag("way", way).counter().count();
    }
}
