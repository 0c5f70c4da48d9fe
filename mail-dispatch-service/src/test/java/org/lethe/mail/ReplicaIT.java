package org.lethe.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.HostName;
import org.lethe.contracts.scope.Whereabouts;
import org.lethe.stack.fixture.HeapDump;
import org.lethe.stack.fixture.LetheInfrastructure;
import org.lethe.stack.fixture.Replica;
import org.lethe.stack.inbox.MailSummary;

/** The packaged service in a process of its own: what it keeps, and what a kill -9 does. */
@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
@WithTestResource(SendsNothing.class)
class ReplicaIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private final String recipient = "desk-" + unique + "@acme.example";

    @Inject Posted posted;

    @TempDir Path folder;

    @Test
    void keepsNothingOfALetterInLiveMemory() throws Exception {
        AccountId account = account();
        String canary = "canary" + unique;
        try (Replica replica = start(Map.of())) {
            LetterId letter =
                    posted.letter(
                            account,
                            Posted.transcript(recipient, 50, "Talk of " + canary),
                            Optional.of(
                                    new Whereabouts(
                                            ClientAddress.of("198.51.100.17"),
                                            HostName.of("host" + canary))));
            await().atMost(SOON).until(() -> posted.isGone(letter));
            assertThat(mails()).hasSize(1);

            HeapDump heap = replica.heap(folder);

            // It finds what is there:
            assertThat(heap.holds("mail-dispatch-service")).isTrue();
            for (String piece :
                    List.of(canary, "198.51.100.17", recipient, "Zoë Müller", "zoe@visitor")) {
                assertThat(heap.holds(piece)).as(piece).isFalse();
            }
        }
    }

    @Test
    void aKillBeforeTheServersWordLosesNothingAndDoublesNothing() throws Exception {
        AccountId account = account();
        try (var slow = SlowMailServer.start()) {
            LetterId letter;
            try (Replica doomed = start(slow.settings())) {
                letter =
                        posted.letter(
                                account, Posted.offline(recipient, "Crash"), Optional.empty());
                await().atMost(SOON).until(slow::isAskedForARecipient);
                doomed.kill();
            }
            slow.goOn();
            assertThat(posted.isGone(letter)).isFalse();

            try (Replica next = start(slow.settings())) {
                await().atMost(SOON).until(() -> posted.isGone(letter));
                assertThat(slow.mails()).hasSize(1);
                assertThat(posted.outcome(letter)).contains("dispatched");
            }
            assertThat(slow.mails()).hasSize(1);
        }
    }

    @Test
    void twoReplicasSendEachLetterOnce() throws Exception {
        AccountId account = account();
        try (Replica one = start(Map.of());
                Replica two = start(Map.of())) {
            for (int i = 0; i < 40; i++) {
                posted.letter(account, Posted.offline(recipient, "Letter " + i), Optional.empty());
            }
            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(mails().size())
                                    .as(() -> one.output() + two.output())
                                    .isGreaterThanOrEqualTo(40));
            await().during(Duration.ofSeconds(3)).until(() -> mails().size() == 40);
        }
    }

    private Replica start(Map<String, String> settings) {
        var all = new HashMap<>(new ShortRhythms().start());
        all.putAll(settings);
        return Replica.start(folder.resolve("replica-" + UUID.randomUUID() + ".log"), all);
    }

    private AccountId account() {
        return posted.account("replica-" + unique, false, Duration.ofMinutes(10));
    }

    private List<MailSummary> mails() {
        return LetheInfrastructure.inbox().listTo(recipient);
    }
}
