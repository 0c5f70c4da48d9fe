package org.lethe.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.LetterEvent.LetterPosted;
import org.lethe.contracts.event.LetterKind;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.scope.MetaField;
import org.lethe.privacy.vault.Lookup;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.event.EventSender;
import org.lethe.stack.fixture.LetheInfrastructure;
import org.lethe.stack.inbox.InboxClient;
import org.lethe.stack.inbox.ReceivedMail;
import org.lethe.stack.layout.StackState;
import org.lethe.stack.redis.RedisDialogue;

/** When Redis is lost with letters in it, their accounts are told. */
@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
@WithTestResource(ShortRhythms.class)
class LostStoreIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final InboxClient inbox = LetheInfrastructure.inbox();
    private final String unique = UUID.randomUUID().toString().substring(0, 8);

    @Inject Posted posted;
    @Inject Vault vault;
    @Inject EventSender events;

    @AfterEach
    void bringMailServerBack() {
        inbox.startListening();
    }

    @Test
    void tellsOfALetterThatWaitedForTheMailServer() throws IOException {
        AccountId account = account();
        inbox.stopListening();
        LetterId letter =
                posted.letter(
                        account,
                        Posted.offline("desk-" + unique + "@acme.example", "Waiting"),
                        Optional.empty());
        await().atMost(SOON).until(() -> isUnderWay(letter));

        loseTheStore();
        inbox.startListening();

        awaitNotice(account, letter);
    }

    @Test
    void tellsOfALetterThatWasHeardOfOnlyThen() {
        AccountId account = account();
        String id = vault.newLetterId().value();
        LetterId letter = LetterId.of(id.substring(0, 4) + "0000" + id.substring(8));

        events.send(new LetterPosted(letter, account, LetterKind.TRANSCRIPT));

        awaitNotice(account, letter);
    }

    private AccountId account() {
        return posted.account("lost-" + unique, true, Duration.ofMinutes(5));
    }

    private boolean isUnderWay(LetterId letter) {
        return vault.lookup(letter) instanceof Lookup.Open(var cipher, var meta)
                && meta.has(MetaField.NEXT_ATTEMPT);
    }

    private static void loseTheStore() throws IOException {
        StackState.Redis redis = LetheInfrastructure.state().redis();
        assertThat(
                        RedisDialogue.ask(
                                redis.uri(),
                                redis.admin().name(),
                                redis.admin().password(),
                                "FLUSHALL SYNC"))
                .containsExactly("+OK");
    }

    private void awaitNotice(AccountId account, LetterId lost) {
        await().atMost(SOON).until(() -> !notices(account).isEmpty());
        await().during(Duration.ofSeconds(2)).until(() -> notices(account).size() == 1);
        assertThat(notices(account).getFirst().text()).contains(lost.value());
    }

    private List<ReceivedMail> notices(AccountId account) {
        return inbox.mailsTo("notices@" + account.value() + ".example");
    }
}
