package org.lethe.chat.offline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.frame.PersonalText;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ClientMessageId;

/**
 * The body of a message that is left while no operator is online.
 *
 * @param id sending it again with the same id adds nothing
 */
public record OfflineMessage(
        AccountId account,
        @Nullable ClientMessageId id,
        PersonalText name,
        PersonalText email,
        PersonalText message,
        @Nullable ConsentGiven consent) {

    /** The text that the sender agreed to, and when. */
    public record ConsentGiven(PersonalText text, Instant at) {}
}
