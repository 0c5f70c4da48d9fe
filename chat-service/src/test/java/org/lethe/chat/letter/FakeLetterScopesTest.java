package org.lethe.chat.letter;

import java.security.SecureRandom;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.LetterId;

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
    void post(LetterId letter) {
        scopes.post(letter);
    }
}
