package org.lethe.chat.offline;

import org.lethe.chat.InMemory;
import org.lethe.chat.letter.Letters;
import org.lethe.chat.letter.TestLetters;
import org.lethe.contracts.id.LetterId;

class FakeOfflinePostTest extends OfflinePostContract {

    private final InMemory memory = new InMemory();
    private final FakeOfflinePost post = new FakeOfflinePost(memory.letters);

    @Override
    OfflinePost post() {
        return post;
    }

    @Override
    void open(LetterId letter) {
        memory.letters.leaveOpen(letter);
    }

    @Override
    boolean isPosted(LetterId letter) {
        return memory.letters.posted().contains(letter);
    }

    @Override
    Letters letters() {
        return TestLetters.on(memory.letters, memory.accounts);
    }
}
