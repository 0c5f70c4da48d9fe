package org.lethe.privacy.hygiene;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.signal.Destruction;

class RecentDestructionsTest {

    private final RecentDestructions recent = new RecentDestructions();
    private final ChatId chat = ChatId.mint("a0z9", new SecureRandom());
    private final Destruction address = new Destruction.AddressAlone(chat);
    private final Destruction ended = new Destruction.Whole(chat, DestroyReason.ENDED);

    @Test
    void remembersTheAddressUntilTheWholeIsDestroyed() {
        recent.add(address);
        assertThat(recent.find(chat)).contains(address);

        recent.add(ended);

        assertThat(recent.all()).containsExactly(ended);
    }

    @Test
    void keepsTheFirstReasonOfTheWhole() {
        recent.add(ended);
        recent.add(address);
        recent.add(new Destruction.Whole(chat, DestroyReason.ERASED));

        assertThat(recent.all()).containsExactly(ended);
    }
}
