package org.lethe.contracts.signal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.lethe.contracts.Coded;
import org.lethe.contracts.frame.ChatState;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.id.VisitId;

/** What the desks of an account hear of its chats. */
public sealed interface DeskSignal extends Signal {

    ChatId chat();

    /** The chat came, or moved on. */
    record Moved(
            ChatId chat,
            ChatState state,
            Instant since,
            VisitId visit,
            Optional<OperatorId> operator)
            implements DeskSignal {

        @Override
        public byte[] bytes() {
            return Words.write(
                    chat, state.code(), since.toEpochMilli(), visit, Words.orNone(operator));
        }
    }

    record Ended(ChatId chat) implements DeskSignal {

        private static final String WORD = "ended";

        @Override
        public byte[] bytes() {
            return Words.write(chat, WORD);
        }
    }

    static DeskSignal parse(byte[] bytes) {
        if (new String(bytes, StandardCharsets.US_ASCII).endsWith(" " + Ended.WORD)) {
            return new Ended(ChatId.of(Words.read(bytes, 2)[0]));
        }
        String[] words = Words.read(bytes, 5);
        return new Moved(
                ChatId.of(words[0]),
                Coded.of(ChatState.class, words[1]),
                Instant.ofEpochMilli(Long.parseLong(words[2])),
                VisitId.of(words[3]),
                Words.unlessNone(words[4]).map(OperatorId::of));
    }
}
