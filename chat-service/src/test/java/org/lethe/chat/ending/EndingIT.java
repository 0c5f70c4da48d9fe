package org.lethe.chat.ending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.chat.Refused.refuses;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.chat.conversation.ChatStore;
import org.lethe.chat.conversation.VisitLinks;
import org.lethe.chat.it.Site;
import org.lethe.chat.it.TestSocket;
import org.lethe.chat.letter.Draft;
import org.lethe.chat.letter.Letters;
import org.lethe.chat.letter.SealedLetter;
import org.lethe.contracts.chat.Author;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ClientMessageId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.scope.Slots;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptCall;
import org.lethe.privacy.vault.Lookup;
import org.lethe.privacy.vault.NewScope;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.account.AccountSettings;
import org.lethe.stack.fixture.LetheInfrastructure;
import org.lethe.stack.fixture.TestTokens;

/** What a crash, or an erasure, between the steps of an end leaves behind. */
@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class EndingIT {
    private static final Script LIMIT = Script.load("test-limit.lua");
    private static final Script DEADLINE = Script.load("test-deadline.lua");
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    @Inject Site site;
    @Inject Endings endings;
    @Inject EndChat endChat;
    @Inject Transcript transcript;
    @Inject Letters letters;
    @Inject ChatStore store;
    @Inject AccountDirectory accounts;
    @Inject Vault vault;
    @Inject VisitLinks visits;
    @Inject RedisStore redis;

    private TestSocket desk;

    @BeforeEach
    void open() {
        site.settings(Map.of());
        desk = TestSocket.desk(TestTokens.of("anna@acme.example"));
        desk.await("queue");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void isFinishedByTheSweepAfterACrashBehindTheFirstStep() {
        ChatId chat = chat();
        assertThat(endings.begin(chat, EndReason.VISITOR)).isEqualTo(Endings.Begun.BEGUN);
        assertThat(endings.begin(chat, EndReason.OPERATOR)).isEqualTo(Endings.Begun.CLAIMED);

        awaitGone(chat);
        assertThat(store.farewell(chat).orElseThrow().reason()).isEqualTo(EndReason.VISITOR);
        assertPosted(chat, 2);
    }

    @Test
    void usesLettersAgainThatWereOpenedBeforeTheCrash() {
        ChatId chat = chat();
        assertThat(endings.begin(chat, EndReason.VISITOR)).isEqualTo(Endings.Begun.BEGUN);
        assertThat(sealedLetters(chat)).hasSize(2);

        awaitGone(chat);
        assertPosted(chat, 2);
    }

    @Test
    void makesNothingOfAChatThatAnErasureTookBetweenTheSteps() {
        ChatId chat = chat();
        assertThat(endings.begin(chat, EndReason.VISITOR)).isEqualTo(Endings.Begun.BEGUN);
        List<SealedLetter> sealed = sealedLetters(chat);
        vault.markErasing(List.of(chat), vault.newErasureId());

        assertThat(endings.finish(chat, sealed)).isInstanceOf(Endings.Finished.Gone.class);
        vault.destroy(chat, DestroyReason.ERASED, List.of());

        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertNoLetter(chat));
        assertThat(store.farewell(chat).orElseThrow().reason()).isEqualTo(EndReason.ERASURE);
        assertThat(endings.overdue().left()).doesNotContain(chat);
    }

    @Test
    void refusesLaterMessagesBehindTheFirstStep() {
        ChatId chat = chat();
        endings.begin(chat, EndReason.VISITOR);

        var author = Author.VISITOR;
        var id = ClientMessageId.of("too-late-1");
        refuses(ErrorCode.CHAT_ENDED, () -> store.append(chat, author, id, new byte[1]));
        awaitGone(chat);
    }

    @Test
    void endsChatsThatAreNearlyAtTheirDeadlineWithTheirLetters() {
        ChatId chat = chat();
        vault.renew(chat, Duration.ofSeconds(15));

        awaitGone(chat);
        assertThat(store.farewell(chat).orElseThrow().reason()).isEqualTo(EndReason.IDLE);
        assertPosted(chat, 2);
    }

    @Test
    void endsThemBehindMoreVisitsThanOneCallLooksAt() {
        for (int i = 0; i < 250; i++) {
            var left = Duration.ofSeconds(15);
            vault.open(new NewScope(vault.newVisitId(), Site.ACME, left, Map.of(), List.of()));
        }
        ChatId chat = chat();
        vault.renew(chat, Duration.ofSeconds(16));

        awaitGone(chat);
        assertPosted(chat, 2);
    }

    @Test
    void tellsAnEndAtTheLimitFromAnIdleOne() {
        ChatId chat = chat();
        redis.run(ScriptCall.on(LIMIT, chat, Duration.ofSeconds(15).toMillis()));

        awaitGone(chat);

        assertThat(store.farewell(chat).orElseThrow().reason()).isEqualTo(EndReason.LIMIT);
    }

    @Test
    void tellsWhatNobodyCouldEndProperlyFromAnErasure() {
        ChatId chat = chat();
        vault.destroy(chat, DestroyReason.DEADLINE, List.of());

        assertThat(store.farewell(chat).orElseThrow().reason()).isEqualTo(EndReason.DEADLINE);
    }

    @Test
    void livesNoLongerBecauseItEnds() {
        ChatId chat = chat();
        vault.renew(chat, Duration.ofMinutes(5));
        long before = deadline(chat);
        endings.begin(chat, EndReason.VISITOR);

        assertThat(deadline(chat)).isEqualTo(before);
        awaitGone(chat);
    }

    @Test
    void endsOnce() {
        ChatId chat = chat();
        EndChat.Outcome first = endChat.end(chat, EndReason.VISITOR);
        assertThat(endChat.end(chat, EndReason.OPERATOR))
                .isEqualTo(first)
                .isInstanceOfSatisfying(
                        EndChat.Over.class,
                        over ->
                                assertThat(over.farewell().orElseThrow().reason())
                                        .isEqualTo(EndReason.VISITOR));
        assertPosted(chat, 2);
    }

    @Test
    void sealsNoAddressIntoALetterOnceTheAccountRemovesIt() {
        ChatId chat = chat();
        endings.begin(chat, EndReason.VISITOR);
        AccountSettings before = accounts.require(Site.ACME);
        List<Draft> drafts = drafts(chat, before);
        assertThat(drafts).allMatch(draft -> draft.address().isPresent());

        site.settings(Map.of("removeAddress", true));

        assertThat(letters.seal(drafts, before)).allMatch(letter -> letter.address().length == 0);
        awaitGone(chat);
    }

    @Test
    void isLeftToTheOperatorsOfTheChat() {
        ChatId chat = chat();
        OperatorId anna = OperatorId.of(UUID.randomUUID().toString());
        store.accept(chat, Site.ACME, anna, "bmFtZQ==");

        assertThat(store.isIn(chat, Site.ACME, anna)).isTrue();
        assertThat(store.isIn(chat, AccountId.of("globex"), anna)).isFalse();
        endChat.end(chat, EndReason.OPERATOR);
        assertThat(store.isIn(chat, Site.ACME, anna)).isFalse();
    }

    private long deadline(ChatId chat) {
        return Long.parseLong(redis.run(ScriptCall.on(DEADLINE, chat)).text());
    }

    private ChatId chat() {
        return ChatId.of(site.visitor().chat("Vera", "Is it safe?").id());
    }

    private List<SealedLetter> sealedLetters(ChatId chat) {
        AccountSettings present = accounts.require(Site.ACME);
        return letters.seal(drafts(chat, present), present);
    }

    private List<Draft> drafts(ChatId chat, AccountSettings present) {
        return store.whileOpen(chat, open -> transcript.write(open, present).drafts())
                .orElseThrow();
    }

    private void awaitGone(ChatId chat) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> vault.lookup(chat) instanceof Lookup.Destroyed);
    }

    private void assertPosted(ChatId chat, int count) {
        for (int ordinal = 0; ordinal < LetterId.MAX_LETTERS; ordinal++) {
            LetterId letter = LetterId.of(chat, ordinal);
            assertThat(vault.lookup(letter) instanceof Lookup.Open).isEqualTo(ordinal < count);
            assertThat(vault.slots().get(letter, Slots.LETTER_BODY).isPresent())
                    .isEqualTo(ordinal < count);
        }
    }

    private void assertNoLetter(ChatId chat) {
        for (int ordinal = 0; ordinal < LetterId.MAX_LETTERS; ordinal++) {
            assertThat(vault.lookup(LetterId.of(chat, ordinal)))
                    .isInstanceOf(Lookup.Destroyed.class);
        }
    }
}
