package org.lethe.chat.letter;

import java.util.Set;
import org.lethe.contracts.event.LetterKind;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.subject.Identifier;

/**
 * A letter to open.
 *
 * @param origin what its id is derived from: a chat, or a message that was left
 * @param foundBy what its visitor's requests find it by
 */
record NewLetter(LetterId id, ChatId origin, LetterKind kind, Set<Identifier> foundBy) {

    NewLetter {
        foundBy = Set.copyOf(foundBy);
    }

    @Override
    public String toString() {
        return "NewLetter[" + id + "]";
    }
}
