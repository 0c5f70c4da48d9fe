package org.lethe.gdpr.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.lethe.gdpr.subject.Ids.ACME;
import static org.lethe.gdpr.subject.Ids.GLOBEX;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ErasureId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.contracts.subject.Identifier;
import org.lethe.runtime.problem.Refusal;

class SubjectScopesTest {

    private static final Identifier MIA =
            new Identifier.Email(EmailAddress.of("mia@visitor.example"));
    private static final Identifier HOME = new Identifier.Address(ClientAddress.of("192.0.2.7"));
    private static final Identifier NOBODY = new Identifier.Address(ClientAddress.of("192.0.2.8"));

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final FakeSubjectVault vault = new FakeSubjectVault(clock);
    private final SubjectScopes scopes = new SubjectScopes(vault, clock);
    private final VisitId visit = Ids.visit();
    private final ChatId chat = Ids.chat();
    private final ErasureId erasure = ErasureId.mint("t3st", new SecureRandom());

    @Test
    void findsTheChatOfAVisitAndItsLetters() {
        vault.open(ACME, visit, chat);
        vault.open(ACME, chat, visit);
        LetterId letter = LetterId.of(chat, 1);
        vault.open(ACME, letter);

        assertThat(scopes.find(ACME, Set.of(visit))).containsExactly(visit, chat, letter);
    }

    @Test
    void findsTheVisitOfAChat() {
        vault.open(ACME, visit, chat);
        vault.open(ACME, chat, visit);

        assertThat(scopes.find(ACME, Set.of(chat))).containsExactly(chat, visit);
    }

    @Test
    void findsTheLettersOfAChatThatEnded() {
        LetterId letter = LetterId.of(chat, LetterId.MAX_LETTERS - 1);
        vault.open(ACME, letter);

        assertThat(scopes.find(ACME, Set.of(chat))).containsExactly(letter);
    }

    @Test
    void doesNotFindWhatIsAnotherAccounts() {
        vault.open(GLOBEX, visit, chat);
        vault.open(GLOBEX, chat, visit);

        assertThat(scopes.find(ACME, Set.of(visit))).isEmpty();
    }

    @Test
    void doesNotFollowALinkIntoAnotherAccount() {
        vault.open(ACME, visit, chat);
        vault.open(GLOBEX, chat, visit);

        assertThat(scopes.find(ACME, Set.of(visit))).containsExactly(visit);
    }

    @Test
    void seizesWhatIsMadeUntilTheMarksStand() {
        vault.open(ACME, visit);
        vault.beforeMarking(() -> {
            vault.open(ACME, visit, chat);
            vault.open(ACME, chat, visit);
        });

        Set<ScopeId> seized =
                scopes.seize(
                        ACME, Selectors.ofIds(Set.of(visit), Set.of(), Set.of()), NOW, erasure);

        assertThat(seized).containsExactly(visit, chat);
        assertThat(vault.marked()).containsExactlyInAnyOrder(visit, chat);
    }

    @Test
    void findsTheWholeSubjectByWhatTheIndexHas() {
        inAChat();
        vault.index(chat, MIA);

        assertThat(subjects(Match.ANY, MIA))
                .singleElement()
                .satisfies(subject -> {
                    assertThat(subject.scopes()).containsExactlyInAnyOrder(visit, chat);
                    assertThat(subject.since()).isEqualTo(Instant.EPOCH);
                });
    }

    @Test
    void findsOneSubjectByWhateverOfItIsHit() {
        inAChat();
        vault.index(visit, HOME);
        vault.index(chat, MIA);

        assertThat(subjects(Match.ANY, MIA, HOME)).hasSize(1);
        assertThat(subjects(Match.ALL, MIA, HOME)).hasSize(1);
    }

    @Test
    void findsAllWhoShareAnAddress() {
        VisitId other = sharesHome();

        assertThat(subjects(Match.ANY, MIA, HOME))
                .extracting(FoundSubject::scopes)
                .containsExactlyInAnyOrder(Set.of(visit, chat), Set.of(other));
    }

    @Test
    void findsOnlyWhomEachSelectorFinds() {
        VisitId other = sharesHome();

        assertThat(subjects(Match.ALL, HOME))
                .extracting(FoundSubject::scopes)
                .contains(Set.of(other));
        assertThat(subjects(Match.ALL, MIA, HOME))
                .extracting(FoundSubject::scopes)
                .containsExactly(Set.of(visit, chat));
        assertThat(subjects(Match.ALL, MIA, NOBODY)).isEmpty();
    }

    @Test
    void takesANetworkForOneSelector() {
        inAChat();
        vault.index(visit, HOME);
        var network = new AnyOf(Set.of(NOBODY, HOME));
        var selectors = new Selectors(Set.of(), Set.of(chat), Set.of(), Set.of(network), Match.ALL);

        assertThat(scopes.subjects(ACME, selectors)).hasSize(1);
    }

    @Test
    void doesNotFindByTheIndexWhatIsAnotherAccounts() {
        vault.open(GLOBEX, visit);
        vault.index(visit, MIA);

        assertThat(subjects(Match.ANY, MIA)).isEmpty();
    }

    @Test
    void findsNobodyWhoCameLaterButAllThatWhoWasThereLeadsTo() {
        Instant until = Instant.EPOCH.plusSeconds(5);
        vault.open(ACME, visit, chat);
        vault.openAt(until.plusSeconds(1), ACME, chat, visit);
        VisitId later = Ids.visit();
        vault.openAt(until.plusSeconds(1), ACME, later);
        vault.index(visit, HOME);
        vault.index(later, HOME);

        assertThat(scopes.find(ACME, selectors(Match.ANY, HOME), until))
                .containsExactlyInAnyOrder(visit, chat);
        assertThat(scopes.find(ACME, selectors(Match.ANY, HOME), until.plusSeconds(1)))
                .contains(later);
    }

    @Test
    void seizesLateWhatIsLinkedOrWasThereBefore() {
        Instant asked = Instant.EPOCH.plusSeconds(5);
        LetterId letter = LetterId.of(chat, 0);
        VisitId before = Ids.visit();
        VisitId after = Ids.visit();
        vault.openAt(asked.plusSeconds(1), ACME, letter);
        vault.openAt(asked, ACME, before);
        vault.openAt(asked.plusSeconds(1), ACME, after);
        vault.index(before, MIA);
        vault.index(after, MIA);

        Set<ScopeId> late =
                scopes.seizeLate(
                        ACME, selectors(Match.ANY, MIA), Set.of(visit, chat), asked, erasure);

        assertThat(late).containsExactlyInAnyOrder(letter, before);
        assertThat(vault.marked()).containsExactlyInAnyOrder(letter, before);
    }

    /** The time of a shard may be ahead of every clock. */
    @Test
    void tellsWhatWasThereByTheTimeOfItsShard() {
        vault.setForward(visit, Duration.ofMinutes(10));
        vault.openAt(NOW.minusSeconds(1), ACME, visit);
        vault.index(visit, HOME);
        Selectors selectors = selectors(Match.ANY, HOME);

        assertThat(scopes.find(ACME, selectors, NOW)).containsExactly(visit);
        assertThat(scopes.seizeLate(ACME, selectors, Set.of(), NOW, erasure))
                .containsExactly(visit);
        assertThat(scopes.find(ACME, selectors, NOW.minusSeconds(2))).isEmpty();
    }

    @Test
    void isNotHeldUpByHoweverManyCameLater() {
        comeByHome(FakeSubjectVault.MOST + 1, NOW);

        assertThat(late(NOW.minusSeconds(1))).isEmpty();
        assertThat(vault.marked()).isEmpty();
    }

    /** What was not looked at must not be signed for. */
    @Test
    void refusesWhatTheIndexDoesNotTellWhole() {
        comeByHome(FakeSubjectVault.MOST + 1, NOW.minusSeconds(1));

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> late(NOW))
                .matches(refusal -> refusal.code() == ErrorCode.TOO_LARGE);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> scopes.subjects(ACME, selectors(Match.ANY, HOME)))
                .matches(refusal -> refusal.code() == ErrorCode.TOO_LARGE);
    }

    private void comeByHome(int visitors, Instant since) {
        for (int visitor = 0; visitor < visitors; visitor++) {
            VisitId one = Ids.visit();
            vault.openAt(since, ACME, one);
            vault.index(one, HOME);
        }
    }

    private Set<ScopeId> late(Instant asked) {
        return scopes.seizeLate(ACME, selectors(Match.ANY, HOME), Set.of(visit), asked, erasure);
    }

    /** Somebody else, who comes from where the one in the chat does. */
    private VisitId sharesHome() {
        inAChat();
        VisitId other = Ids.visit();
        vault.open(ACME, other);
        vault.index(visit, HOME);
        vault.index(other, HOME);
        vault.index(chat, MIA);
        return other;
    }

    private void inAChat() {
        vault.open(ACME, visit, chat);
        vault.open(ACME, chat, visit);
    }

    private List<FoundSubject> subjects(Match match, Identifier... identifiers) {
        return scopes.subjects(ACME, selectors(match, identifiers));
    }

    private static Selectors selectors(Match match, Identifier... identifiers) {
        Set<AnyOf> each = Arrays.stream(identifiers).map(AnyOf::one).collect(Collectors.toSet());
        return new Selectors(Set.of(), Set.of(), Set.of(), each, match);
    }
}
