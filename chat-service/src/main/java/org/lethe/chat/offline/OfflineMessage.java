package org.lethe.chat.offline;

import org.jspecify.annotations.Nullable;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ClientMessageId;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.contracts.personal.MessageText;
import org.lethe.contracts.personal.PersonName;
import org.lethe.contracts.visit.ConsentGiven;

/**
 * The body of a message that is left while no operator is online.
 *
 * @param id sending it again with the same id adds nothing
 */
public record OfflineMessage(
        AccountId account,
        @Nullable ClientMessageId id,
        PersonName name,
        EmailAddress email,
        MessageText message,
        @Nullable ConsentGiven consent) {}
