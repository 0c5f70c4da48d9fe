package org.lethe.gdpr.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.gdpr.subject.Ids.ACME;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ErasureId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.id.ReferenceNumber;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.contracts.subject.Identifier;

/** The letters of one chat that ended, or of one message that was left, are one subject's. */
class LinkedLettersTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Identifier MIA =
            new Identifier.Email(EmailAddress.of("mia@visitor.example"));
    private static final Identifier HOME = new Identifier.Address(ClientAddress.of("192.0.2.7"));

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final FakeSubjectVault vault = new FakeSubjectVault(clock);
    private final SubjectScopes scopes = new SubjectScopes(vault, clock);

    /** Not open: it ended, or never was more than an id. */
    private final ChatId chat = Ids.chat();

    private final Identifier number = new Identifier.Reference(ReferenceNumber.of(chat));
    private final LetterId one = LetterId.of(chat, 0);
    private final LetterId other = LetterId.of(chat, LetterId.MAX_LETTERS - 1);

    @BeforeEach
    void twoLettersOfOneOrigin() {
        vault.open(ACME, one, chat);
        vault.open(ACME, other, chat);
    }

    @Test
    void areOneSubjectByMail() {
        vault.index(one, MIA);
        vault.index(other, MIA);

        assertThat(subjects(Match.ANY, MIA)).containsExactly(Set.of(one, other));
    }

    /** A visitor's own copy has no address. */
    @Test
    void areFoundByTheAddressThatOneOfThemHas() {
        vault.index(one, HOME);

        assertThat(subjects(Match.ANY, HOME)).containsExactly(Set.of(one, other));
    }

    @Test
    void areFoundByTheIdOfOne() {
        ErasureId erasure = ErasureId.mint("t3st", new SecureRandom());
        Selectors selectors = Selectors.ofIds(Set.of(), Set.of(), Set.of(other));

        assertThat(scopes.seize(ACME, selectors, NOW, erasure))
                .containsExactlyInAnyOrder(one, other);
        assertThat(vault.marked()).containsExactlyInAnyOrder(one, other);
    }

    @Test
    void areOneSubjectByTheirReferenceNumber() {
        vault.index(one, number, MIA);
        vault.index(other, number);

        assertThat(subjects(Match.ANY, number)).containsExactly(Set.of(one, other));
        assertThat(subjects(Match.ALL, number, MIA)).containsExactly(Set.of(one, other));
    }

    @Test
    void areTheSubjectOfTheChatThatEnded() {
        vault.index(other, MIA);
        var selectors =
                new Selectors(Set.of(), Set.of(chat), Set.of(), Set.of(AnyOf.one(MIA)), Match.ALL);

        assertThat(scopes.subjects(ACME, selectors))
                .extracting(FoundSubject::scopes)
                .containsExactly(Set.of(one, other));
    }

    @Test
    void leadToTheVisitWhileTheirChatIsOpen() {
        VisitId visit = Ids.visit();
        vault.open(ACME, visit, chat);
        vault.open(ACME, chat, visit);
        vault.index(one, MIA);

        assertThat(subjects(Match.ANY, MIA)).containsExactly(Set.of(visit, chat, one, other));
    }

    @Test
    void ofAnotherMessageAreAnotherSubjects() {
        ChatId message = Ids.chat();
        LetterId stranger = LetterId.of(message, 0);
        vault.open(ACME, stranger, message);
        vault.index(one, HOME);
        vault.index(stranger, HOME);

        assertThat(subjects(Match.ANY, HOME))
                .containsExactlyInAnyOrder(Set.of(one, other), Set.of(stranger));
    }

    private List<Set<ScopeId>> subjects(Match match, Identifier... identifiers) {
        Set<AnyOf> each = Arrays.stream(identifiers).map(AnyOf::one).collect(Collectors.toSet());
        return scopes
                .subjects(ACME, new Selectors(Set.of(), Set.of(), Set.of(), each, match))
                .stream()
                .map(FoundSubject::scopes)
                .toList();
    }
}
