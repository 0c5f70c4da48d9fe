package org.lethe.gdpr.subject;

import static org.lethe.gdpr.it.Subjects.ACME;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.lethe.contracts.id.ErasureId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.subject.Identifier;
import org.lethe.gdpr.it.ControllerSystem;
import org.lethe.gdpr.it.Subjects;
import org.lethe.gdpr.it.Subjects.Subject;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.vault.ScopeKeyNames;
import org.lethe.privacy.vault.Vault;
import org.lethe.stack.fixture.LetheInfrastructure;

@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
@WithTestResource(ControllerSystem.class)
class SealedSubjectVaultIT extends SubjectVaultContract {

    @Inject SubjectVault subjectVault;
    @Inject Subjects subjects;
    @Inject Vault vault;
    @Inject RedisStore store;

    @Override
    protected SubjectVault vault() {
        return subjectVault;
    }

    @Override
    protected InAChat inAChat(Identifier... identifiers) {
        Subject subject = subjects.inAChat(ACME, identifiers);
        return new InAChat(subject.visit(), subject.chat(), subject.letter());
    }

    @Override
    protected ErasureId newErasure() {
        return vault.newErasureId();
    }

    @Override
    protected boolean isMarked(ScopeId scope) {
        return store.keyspace().hashField(ScopeKeyNames.meta(scope), "erasing").isPresent();
    }
}
