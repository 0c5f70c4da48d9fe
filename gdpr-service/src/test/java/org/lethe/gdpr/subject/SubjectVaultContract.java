package org.lethe.gdpr.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.gdpr.subject.Ids.ACME;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ErasureId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.VisitId;
import org.lethe.gdpr.subject.SubjectVault.Live;

/** What every vault of subjects does; the fake and the suite's pass it. */
abstract class SubjectVaultContract {

    private SubjectVault vault;
    private InAChat visitor;

    /** A visit of the account {@code acme} and its chat, which name each other. */
    record InAChat(VisitId visit, ChatId chat) {

        List<ScopeId> scopes() {
            return List.of(visit, chat);
        }
    }

    protected abstract SubjectVault vault();

    protected abstract InAChat inAChat();

    protected abstract ErasureId newErasure();

    protected abstract boolean isMarked(ScopeId scope);

    @BeforeEach
    void aVisitorInAChat() {
        vault = vault();
        visitor = inAChat();
    }

    @Test
    void showsWhoseAScopeIsAndWhereItLeads() {
        VisitId never = Ids.visit();

        assertThat(vault.look(List.of(visitor.visit(), visitor.chat(), never)))
                .containsEntry(visitor.visit(), new Live(ACME, Set.of(visitor.chat())))
                .containsEntry(visitor.chat(), new Live(ACME, Set.of(visitor.visit())))
                .doesNotContainKey(never);
    }

    @Test
    void takesOffItsOwnMarksAlone() {
        ErasureId one = newErasure();
        vault.mark(visitor.scopes(), one);
        assertThat(visitor.scopes()).allMatch(this::isMarked);

        vault.unmark(visitor.scopes(), newErasure());
        assertThat(visitor.scopes()).allMatch(this::isMarked);

        vault.unmark(visitor.scopes(), one);
        assertThat(visitor.scopes()).noneMatch(this::isMarked);
    }

    @Test
    void marksNothingThatIsGone() {
        vault.destroy(List.of(visitor.visit()));

        vault.mark(visitor.scopes(), newErasure());

        assertThat(isMarked(visitor.visit())).isFalse();
        assertThat(isMarked(visitor.chat())).isTrue();
    }

    @Test
    void leavesNothingOfWhatItDestroys() {
        vault.mark(visitor.scopes(), newErasure());
        assertThat(vault.remains(List.of(visitor.visit()))).isPositive();

        vault.destroy(List.of(visitor.visit()));
        vault.destroy(List.of(visitor.visit()));

        assertThat(vault.remains(List.of(visitor.visit()))).isZero();
        assertThat(isMarked(visitor.visit())).isFalse();
        assertThat(vault.look(visitor.scopes()))
                .doesNotContainKey(visitor.visit())
                .containsEntry(visitor.chat(), new Live(ACME, Set.of(visitor.visit())));
    }
}
