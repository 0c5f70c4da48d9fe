package org.lethe.gdpr.subject;

import static org.lethe.gdpr.subject.Ids.ACME;

import org.lethe.contracts.id.ErasureId;
import org.lethe.contracts.id.ScopeId;

class FakeSubjectVaultTest extends SubjectVaultContract {

    private final FakeSubjectVault vault = new FakeSubjectVault();

    @Override
    protected SubjectVault vault() {
        return vault;
    }

    @Override
    protected InAChat inAChat() {
        var visitor = new InAChat(Ids.visit(), Ids.chat());
        vault.open(ACME, visitor.visit(), visitor.chat());
        vault.open(ACME, visitor.chat(), visitor.visit());
        return visitor;
    }

    @Override
    protected ErasureId newErasure() {
        return Ids.erasure();
    }

    @Override
    protected boolean isMarked(ScopeId scope) {
        return vault.marked().contains(scope);
    }
}
