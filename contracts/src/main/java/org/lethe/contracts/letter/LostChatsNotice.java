package org.lethe.contracts.letter;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.time.ZoneId;
import org.lethe.contracts.event.LetterKind;
import org.lethe.contracts.personal.AccountName;
import org.lethe.contracts.personal.EmailAddress;

/**
 * Tells the account that chats went with the store that they were in, and that there will be no
 * transcripts of them; holds nothing of their content.
 *
 * @param chats how many it is known of
 * @param at when that was noticed
 */
@JsonTypeName("lost-chats-notice")
public record LostChatsNotice(
        EmailAddress recipient, AccountName accountName, ZoneId timeZone, int chats, Instant at)
        implements Letter {

    @Override
    public LetterKind letterKind() {
        return LetterKind.LOST_NOTICE;
    }
}
