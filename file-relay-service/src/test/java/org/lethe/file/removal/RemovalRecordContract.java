package org.lethe.file.removal;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.FileId;
import org.lethe.file.blob.Removed;

/** What every record of removals does; the fake and the one in Redis pass it. */
abstract class RemovalRecordContract {

    private static final AccountId ACME = AccountId.of("acme");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ChatId chat = ChatId.mint("k3f9", RANDOM);
    private final FileId one = FileId.mint(RANDOM);
    private final FileId two = FileId.mint(RANDOM);
    private final FileId three = FileId.mint(RANDOM);

    protected abstract RemovalRecord record();

    /** What was told on the topic of a chat. */
    protected abstract List<Removed> told(ChatId chat);

    @Test
    void countsEachFileOnce() {
        record().count(chat, Map.of(one, 10L, two, 20L));
        record().count(chat, Map.of(two, 20L, three, 30L));

        assertThat(record().of(chat)).isEqualTo(new Removed(3, 60));
    }

    @Test
    void tellsEachFileOnce() {
        record().count(chat, Map.of(one, 10L));
        assertThat(record().tell(chat, ACME)).isEqualTo(new Removed(1, 10));
        assertThat(record().tell(chat, ACME)).isEqualTo(Removed.NOTHING);

        record().count(chat, Map.of(one, 10L, two, 20L));
        assertThat(record().tell(chat, ACME)).isEqualTo(new Removed(1, 20));

        assertThat(record().of(chat)).isEqualTo(new Removed(2, 30));
        assertThat(told(chat)).startsWith(new Removed(1, 10)).doesNotContain(Removed.NOTHING);
    }

    @Test
    void keepsChatsApart() {
        record().count(chat, Map.of(one, 10L));
        ChatId other = ChatId.mint("k3f9", RANDOM);
        record().count(other, Map.of());

        assertThat(record().of(other)).isEqualTo(Removed.NOTHING);
        assertThat(record().tell(other, ACME)).isEqualTo(Removed.NOTHING);
        assertThat(record().tell(chat, ACME)).isEqualTo(new Removed(1, 10));
    }
}
