package org.lethe.chat.conversation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** How large a chat may grow, and how its deadline is put off. */
@ConfigMapping(prefix = "lethe.chat")
public interface ConversationSettings {

    /** Messages of one chat; the next is refused as too large. */
    @WithDefault("2000")
    @Min(1)
    @Max(100_000)
    int mostMessages();

    /** Sealed bytes of all messages of one chat. */
    @WithDefault("1048576")
    @Min(16_384)
    int mostBytes();

    /** While people write, the chat's deadline is put off this often. */
    @WithDefault("15s")
    @DurationMin(seconds = 1)
    Duration renewEvery();

    /**
     * How long before its deadline a chat is ended properly, with its letters and a word to its
     * people; an idle chat's data goes this much earlier. Long enough for this service to be
     * started anew within it: otherwise the reaper of another only destroys the chat. At most half
     * of the idle time counts.
     */
    @WithDefault("2m")
    @DurationMin(seconds = 1)
    Duration endAhead();

    /**
     * How often the sweep looks for ends that nobody finished, and for chats near their deadline.
     */
    @WithDefault("3s")
    @DurationMin(millis = 100)
    Duration sweepEvery();

    /** How long one attempt has the end of a chat to itself. */
    @WithDefault("5s")
    @DurationMin(seconds = 1)
    Duration endingClaim();
}
