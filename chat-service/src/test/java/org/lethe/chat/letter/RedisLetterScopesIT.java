package org.lethe.chat.letter;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lethe.chat.InMemory;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.scope.Meta;
import org.lethe.contracts.scope.MetaField;
import org.lethe.contracts.scope.Slots;
import org.lethe.contracts.subject.Identifier;
import org.lethe.privacy.index.FindOutcome;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.privacy.vault.Lookup;
import org.lethe.privacy.vault.Vault;
import org.lethe.stack.fixture.LetheInfrastructure;

@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class RedisLetterScopesIT extends LetterScopesContract {

    @Inject LetterScopes scopes;
    @Inject Vault vault;

    @Override
    LetterScopes scopes() {
        return scopes;
    }

    @Override
    ChatId newOrigin() {
        return vault.newChatId();
    }

    @Override
    Set<Identifier> finding(LetterId letter, Set<Identifier> identifiers) {
        var found = (FindOutcome.Found) vault.index().find(InMemory.ACME, identifiers);
        return found.scopes().entrySet().stream()
                .filter(each -> each.getValue().contains(letter))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @Override
    Optional<ChatId> originOf(LetterId letter) {
        if (!(vault.lookup(letter) instanceof Lookup.Open(ScopeCipher cipher, Meta meta))) {
            return Optional.empty();
        }
        cipher.close();
        return meta.get(MetaField.ORIGIN).map(ChatId::of);
    }

    @Override
    void post(LetterId letter) {
        vault.slots().put(letter, Slots.LETTER_BODY, new byte[1]);
    }
}
