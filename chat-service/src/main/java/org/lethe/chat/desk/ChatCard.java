package org.lethe.chat.desk;

import org.jspecify.annotations.Nullable;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.contracts.personal.HostName;
import org.lethe.contracts.personal.PersonName;
import org.lethe.contracts.personal.QuestionText;

/** What operators see of a visitor who waits or chats; kept while the chat is on the board. */
public record ChatCard(
        PersonName name,
        @Nullable EmailAddress email,
        @Nullable QuestionText question,
        @Nullable ClientAddress address,
        @Nullable HostName host) {

    ChatCard withoutAddress() {
        return new ChatCard(name, email, question, null, null);
    }
}
