package org.lethe.gdpr.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.gdpr.it.Subjects.ACME;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.ErasureId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.gdpr.it.ControllerSystem;
import org.lethe.gdpr.it.Subjects.Subject;
import org.lethe.gdpr.it.Subjects;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.vault.ScopeKeyNames;
import org.lethe.privacy.vault.Vault;
import org.lethe.stack.fixture.LetheInfrastructure;

@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
@WithTestResource(ControllerSystem.class)
class SealedSubjectVaultIT {

    @Inject SubjectVault subjectVault;
    @Inject Subjects subjects;
    @Inject Vault vault;
    @Inject RedisStore store;

    @Test
    void takesOffItsOwnMarksAlone() {
        Subject subject = subjects.inAChat(ACME);
        ErasureId one = vault.newErasureId();
        subjectVault.mark(subject.scopes(), one);
        assertThat(subject.scopes()).allMatch(this::isMarked);

        subjectVault.unmark(subject.scopes(), vault.newErasureId());
        assertThat(subject.scopes()).allMatch(this::isMarked);

        subjectVault.unmark(subject.scopes(), one);
        assertThat(subject.scopes()).noneMatch(this::isMarked);
    }

    @Test
    void marksNothingThatIsGone() {
        Subject subject = subjects.inAChat(ACME);
        subjects.destroy(subject.visit());

        subjectVault.mark(subject.scopes(), vault.newErasureId());

        assertThat(isMarked(subject.visit())).isFalse();
        assertThat(isMarked(subject.chat())).isTrue();
    }

    private boolean isMarked(ScopeId scope) {
        Optional<byte[]> mark = store.hashField(ScopeKeyNames.meta(scope), "erasing");
        return mark.isPresent();
    }
}
