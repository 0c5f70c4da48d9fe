package org.lethe.gdpr.subject;

import static org.lethe.gdpr.subject.Ids.ACME;

import java.time.Clock;
import java.time.Instant;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ErasureId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.subject.Identifier;

class FakeSubjectVaultTest extends SubjectVaultContract {

    private final FakeSubjectVault vault = new FakeSubjectVault(Clock.systemUTC());

    @Override
    protected SubjectVault vault() {
        return vault;
    }

    @Override
    protected InAChat inAChat(Identifier... identifiers) {
        ChatId chat = Ids.chat();
        var visitor = new InAChat(Ids.visit(), chat, LetterId.of(chat, 0));
        vault.openAt(Instant.now(), ACME, visitor.visit(), visitor.chat());
        vault.openAt(Instant.now(), ACME, visitor.chat(), visitor.visit());
        vault.openAt(Instant.now(), ACME, visitor.letter(), visitor.chat());
        vault.index(visitor.visit(), identifiers);
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
