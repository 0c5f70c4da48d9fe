package org.lethe.chat.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.chat.it.Site;
import org.lethe.chat.letter.Draft;
import org.lethe.chat.letter.Letters;
import org.lethe.chat.letter.SealedLetter;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ClientMessageId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.letter.OfflineLetter;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.contracts.personal.MessageText;
import org.lethe.contracts.personal.PersonName;
import org.lethe.contracts.scope.Slots;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.vault.Lookup;
import org.lethe.privacy.vault.NewScope;
import org.lethe.privacy.vault.OpenOutcome;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.account.AccountSettings;
import org.lethe.stack.fixture.LetheInfrastructure;

/** Letters that nobody posted in time, and those that somebody goes on with. */
@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class RedisOfflinePostIT extends OfflinePostContract {

    @Inject Site site;
    @Inject OfflinePost post;
    @Inject Letters letters;
    @Inject AccountDirectory accounts;
    @Inject RedisStore redis;
    @Inject Vault vault;

    private final OfflinePost.Draft draft =
            new OfflinePost.Draft(Site.ACME, ClientMessageId.of(UUID.randomUUID().toString()), 0);

    @BeforeEach
    void settings() {
        site.settings(Map.of());
    }

    @Test
    void leavesLettersOfAMessageThatIsSentAgain() {
        overdue().begin(draft);
        post.begin(draft);
        List<SealedLetter> sealed = seal();

        letters.takeBack(id());

        assertThat(post.post(draft, sealed)).isEqualTo(OfflinePost.Posted.POSTED);
        letters.takeBack(id());
        assertThat(vault.lookup(letter())).isInstanceOf(Lookup.Open.class);
        vault.destroy(letter(), DestroyReason.REVOKED, List.of());
    }

    @Test
    void destroysLettersThatNobodyPostedInTime() {
        overdue().begin(draft);
        List<SealedLetter> sealed = seal();

        // The scheduled sweep may be faster, and may have come before the letter was there.
        letters.takeBack(id());
        overdue().begin(draft);
        letters.takeBack(id());

        assertThat(vault.lookup(letter())).isInstanceOf(Lookup.Destroyed.class);
        assertThat(post.post(draft, sealed)).isEqualTo(OfflinePost.Posted.UNOPENED);
    }

    @Override
    OfflinePost post() {
        return post;
    }

    @Override
    void open(LetterId letter) {
        var scope = new NewScope(letter, Site.ACME, Duration.ofMinutes(1), Map.of(), List.of());
        if (vault.open(scope) instanceof OpenOutcome.Opened opened) {
            opened.cipher().close();
        }
    }

    @Override
    boolean isPosted(LetterId letter) {
        return vault.slots().get(letter, Slots.LETTER_BODY).isPresent();
    }

    @Override
    Letters letters() {
        return letters;
    }

    private RedisOfflinePost overdue() {
        return new RedisOfflinePost(redis, vault, new Impatient());
    }

    private List<SealedLetter> seal() {
        AccountSettings settings = accounts.require(Site.ACME);
        EmailAddress email = EmailAddress.of("vera@mail.example");
        var letter =
                new OfflineLetter(
                        email,
                        settings.name(),
                        settings.timeZone(),
                        post.numberOf(draft),
                        Instant.EPOCH,
                        PersonName.of("Vera"),
                        email,
                        MessageText.of("text"));
        return letters.seal(List.of(Draft.of(id(), 0, letter, Optional.empty())), settings);
    }

    private ChatId id() {
        return post.idOf(draft);
    }

    private LetterId letter() {
        return LetterId.of(id(), 0);
    }

    /** Every attempt is overdue at once. */
    private static final class Impatient implements OfflineSettings {
        @Override
        public Duration repetition() {
            return Duration.ofMinutes(1);
        }

        @Override
        public Duration patience() {
            return Duration.ZERO;
        }
    }
}
