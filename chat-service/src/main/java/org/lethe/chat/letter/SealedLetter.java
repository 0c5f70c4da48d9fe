package org.lethe.chat.letter;

import java.util.List;
import org.lethe.contracts.event.LetterKind;
import org.lethe.contracts.id.LetterId;

/**
 * A letter whose scope is open, ready to be put down by a script.
 *
 * @param address empty where there is none
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and copied by nobody
public record SealedLetter(LetterId id, LetterKind kind, byte[] body, byte[] address) {

    /** As the scripts take them: letter, kind, body, address. */
    public static List<Object> args(List<SealedLetter> letters) {
        return letters.stream()
                .<Object>map(it -> List.of(it.id, it.kind.code(), it.body, it.address))
                .toList();
    }
}
