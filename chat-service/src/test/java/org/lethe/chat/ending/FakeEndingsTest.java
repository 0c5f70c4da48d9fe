package org.lethe.chat.ending;

import java.util.List;
import org.lethe.chat.InMemory;
import org.lethe.chat.letter.SealedLetter;
import org.lethe.contracts.event.LetterKind;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.LetterId;
import org.lethe.privacy.retention.Lifetimes;

class FakeEndingsTest extends EndingsContract {

    private final InMemory memory = new InMemory();
    private final FakeEndings endings = new FakeEndings(memory.store, memory.letters, memory.clock);

    @Override
    Endings endings() {
        return endings;
    }

    @Override
    ChatId queued() {
        return memory.queued();
    }

    @Override
    void silence(ChatId chat) {
        memory.clock.advance(Lifetimes.standard().visit());
    }

    @Override
    void destroy(ChatId chat) {
        memory.store.destroy(chat);
    }

    @Override
    void markErasing(ChatId chat) {
        memory.store.markErasing(chat);
    }

    @Override
    boolean isOpen(ChatId chat) {
        return memory.store.vanished(List.of(chat)).isEmpty();
    }

    @Override
    SealedLetter opened(ChatId chat) {
        LetterId letter = LetterId.of(chat, 0);
        memory.letters.leaveOpen(letter);
        return letter(letter);
    }

    @Override
    SealedLetter unopened(ChatId chat) {
        return letter(LetterId.of(chat, 1));
    }

    @Override
    boolean isPosted(SealedLetter letter) {
        return memory.letters.posted().contains(letter.id());
    }

    private static SealedLetter letter(LetterId id) {
        return new SealedLetter(id, LetterKind.TRANSCRIPT, new byte[1], new byte[0]);
    }
}
