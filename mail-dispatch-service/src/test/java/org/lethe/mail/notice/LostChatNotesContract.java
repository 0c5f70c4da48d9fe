package org.lethe.mail.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.mail.notice.LostChatNotes.LostChat;

/** What all notes of lost chats do. */
abstract class LostChatNotesContract {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final AccountId account = AccountId.of("shop-" + RANDOM.nextLong(Long.MAX_VALUE));

    abstract LostChatNotes notes();

    @Test
    void noteAChatOnceUntilItsAccountIsTold() {
        ChatId one = chat();
        ChatId other = chat();
        notes().note(one, account);
        notes().note(one, account);
        notes().note(other, account);

        assertThat(own()).extracting(LostChat::chat).containsExactlyInAnyOrder(one, other);
        assertThat(own())
                .allSatisfy(chat ->
                        assertThat(chat.age()).isBetween(Duration.ZERO, Duration.ofMinutes(1)));

        notes().forget(List.of(one));

        assertThat(own()).extracting(LostChat::chat).containsExactly(other);
    }

    private List<LostChat> own() {
        return notes().all().stream().filter(chat -> chat.account().equals(account)).toList();
    }

    private static ChatId chat() {
        return ChatId.mint("l0st", RANDOM);
    }
}
