package org.lethe.chat.desk;

import org.jspecify.annotations.Nullable;
import org.lethe.contracts.frame.PersonalText;

/** What operators see of a visitor who waits or chats; kept while the chat is on the board. */
public record ChatCard(
        PersonalText name,
        @Nullable PersonalText email,
        @Nullable PersonalText question,
        @Nullable PersonalText address,
        @Nullable PersonalText host) {

    ChatCard withoutAddress() {
        return new ChatCard(name, email, question, null, null);
    }
}
