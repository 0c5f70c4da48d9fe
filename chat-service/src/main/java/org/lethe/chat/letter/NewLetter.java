package org.lethe.chat.letter;

import java.util.Set;
import org.lethe.contracts.event.LetterKind;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.subject.Identifier;

/**
 * A letter to open.
 *
 * @param foundBy what its visitor's requests find it by
 */
record NewLetter(LetterId id, LetterKind kind, Set<Identifier> foundBy) {

    NewLetter {
        foundBy = Set.copyOf(foundBy);
    }

    @Override
    public String toString() {
        return "NewLetter[" + id + "]";
    }
}
