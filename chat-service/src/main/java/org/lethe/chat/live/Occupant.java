package org.lethe.chat.live;

import org.jspecify.annotations.Nullable;
import org.lethe.contracts.chat.Author;
import org.lethe.contracts.personal.PersonName;
import org.lethe.runtime.limit.Allowance;
import org.lethe.runtime.limit.Rate;

/**
 * Who takes seats over one socket, and what they may do there in a time.
 *
 * @param name of an operator; the visitor's is in the chat's form
 * @param messages the next is refused
 * @param signals signs of typing and reading; more are not worth passing on
 */
public record Occupant(
        Author author, @Nullable PersonName name, Allowance messages, Allowance signals) {

    static Occupant of(Author author, @Nullable PersonName name, LimitSettings limits) {
        return new Occupant(
                author,
                name,
                new Rate(limits.messages(), limits.messagesIn()).allowance(),
                new Rate(limits.signals(), limits.signalsIn()).allowance());
    }
}
