package org.lethe.chat.letter;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.subject.Identifier;

class FakeLetterScopesTest extends LetterScopesContract {

    private final FakeLetterScopes scopes = new FakeLetterScopes();

    @Override
    LetterScopes scopes() {
        return scopes;
    }

    @Override
    ChatId newOrigin() {
        return ChatId.mint("a0z9", new SecureRandom());
    }

    @Override
    Set<Identifier> finding(LetterId letter, Set<Identifier> identifiers) {
        return identifiers.stream()
                .filter(scopes.foundBy(letter)::contains)
                .collect(Collectors.toSet());
    }

    @Override
    Optional<ChatId> originOf(LetterId letter) {
        return scopes.originOf(letter);
    }

    @Override
    void post(LetterId letter) {
        scopes.post(letter);
    }
}
