package org.lethe.gdpr.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.gdpr.subject.Ids.ACME;
import static org.lethe.gdpr.subject.Ids.GLOBEX;

import java.security.SecureRandom;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ErasureId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.VisitId;

class SubjectScopesTest {

    private final FakeSubjectVault vault = new FakeSubjectVault();
    private final SubjectScopes scopes = new SubjectScopes(vault);
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

        Set<ScopeId> seized = scopes.seize(ACME, Set.of(visit), erasure);

        assertThat(seized).containsExactly(visit, chat);
        assertThat(vault.marked()).containsExactlyInAnyOrder(visit, chat);
    }
}
