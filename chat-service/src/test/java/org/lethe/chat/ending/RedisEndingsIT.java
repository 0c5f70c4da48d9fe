package org.lethe.chat.ending;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.lethe.chat.InMemory;
import org.lethe.chat.letter.SealedLetter;
import org.lethe.chat.visitor.RedisChats;
import org.lethe.contracts.event.LetterKind;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.scope.Slots;
import org.lethe.privacy.vault.Lookup;
import org.lethe.privacy.vault.NewScope;
import org.lethe.privacy.vault.OpenOutcome;
import org.lethe.privacy.vault.Vault;
import org.lethe.stack.fixture.LetheInfrastructure;

@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class RedisEndingsIT extends EndingsContract {

    @Inject Endings endings;
    @Inject RedisChats chats;
    @Inject Vault vault;

    @AfterEach
    void clear() {
        chats.clear();
    }

    @Override
    Endings endings() {
        return endings;
    }

    @Override
    ChatId queued() {
        return chats.queued(InMemory.ACME);
    }

    @Override
    void silence(ChatId chat) {
        chats.silence(chat);
    }

    @Override
    void destroy(ChatId chat) {
        chats.destroy(chat);
    }

    @Override
    void markErasing(ChatId chat) {
        chats.markErasing(chat);
    }

    @Override
    boolean isOpen(ChatId chat) {
        return switch (vault.lookup(chat)) {
            case Lookup.Open open -> {
                open.cipher().close();
                yield true;
            }
            case Lookup.Destroyed ignored -> false;
            case Lookup.Unavailable ignored -> throw new AssertionError("the store is away");
        };
    }

    @Override
    SealedLetter opened(ChatId chat) {
        LetterId letter = LetterId.of(chat, 0);
        var scope = new NewScope(letter, InMemory.ACME, Duration.ofMinutes(1), Map.of(), List.of());
        if (vault.open(scope) instanceof OpenOutcome.Opened opened) {
            opened.cipher().close();
        }
        return letter(letter);
    }

    @Override
    SealedLetter unopened(ChatId chat) {
        return letter(LetterId.of(chat, 1));
    }

    @Override
    boolean isPosted(SealedLetter letter) {
        return vault.slots().get(letter.id(), Slots.LETTER_BODY).isPresent();
    }

    private static SealedLetter letter(LetterId id) {
        return new SealedLetter(id, LetterKind.TRANSCRIPT, new byte[1], new byte[0]);
    }
}
