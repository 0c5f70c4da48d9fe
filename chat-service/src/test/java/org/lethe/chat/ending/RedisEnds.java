package org.lethe.chat.ending;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.id.ChatId;

/** The steps of an end in Redis, for the contract suites of other packages. */
@ApplicationScoped
public class RedisEnds {
    private final Endings endings;

    @Inject
    RedisEnds(Endings endings) {
        this.endings = endings;
    }

    public void begin(ChatId chat, EndReason reason) {
        endings.begin(chat, reason);
    }

    public void finish(ChatId chat) {
        endings.finish(chat, 0, List.of());
        endings.forget(chat);
    }
}
