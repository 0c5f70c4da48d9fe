package org.lethe.chat.offline;

import java.util.List;
import org.lethe.chat.letter.SealedLetter;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ClientMessageId;
import org.lethe.contracts.id.ReferenceNumber;

/** Where letters with offline messages are posted, each message once. */
interface OfflinePost {

    /**
     * Notes that letters are about to be made of a message.
     *
     * @return false if the message was posted before
     */
    boolean begin(Draft draft);

    /** All letters or none. */
    Posted post(Draft draft, List<SealedLetter> letters);

    /** Attempts that nobody finished in time. */
    List<ChatId> abandoned();

    /** What the letters of this attempt are derived from, like those of a chat. */
    ChatId idOf(Draft draft);

    /**
     * The message's number: of its first attempt, whichever is posted, so that it is known again.
     */
    default ReferenceNumber numberOf(Draft draft) {
        return ReferenceNumber.of(idOf(draft.numbered(0)));
    }

    /**
     * One attempt at posting a message.
     *
     * @param attempt letters of an attempt that was taken back can't be made again, those of
     *     another can
     */
    record Draft(AccountId account, ClientMessageId message, int attempt) {

        /** The same message's attempt with this number, from 0. */
        Draft numbered(int number) {
            return new Draft(account, message, number);
        }
    }

    /** What became of posting. */
    enum Posted {
        POSTED,
        /** The same message was posted before. */
        REPEATED,
        /** A letter's key is gone meanwhile. */
        UNOPENED
    }
}
