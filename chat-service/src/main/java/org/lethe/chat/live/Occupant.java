package org.lethe.chat.live;

import org.jspecify.annotations.Nullable;
import org.lethe.contracts.chat.Author;
import org.lethe.contracts.personal.PersonName;
import org.lethe.runtime.caller.Caller;
import org.lethe.runtime.limit.Allowance;
import org.lethe.runtime.limit.Limit;
import org.lethe.runtime.limit.Limits;

/**
 * Who takes seats, and what they may do in a time, on however many sockets.
 *
 * @param name of an operator; the visitor's is in the chat's form
 * @param messages the next is refused
 * @param signals signs of typing and reading; more are not worth passing on
 */
public record Occupant(
        Author author, @Nullable PersonName name, Allowance messages, Allowance signals) {

    static Occupant of(Author author, @Nullable PersonName name, Caller caller, Limits limits) {
        return new Occupant(
                author,
                name,
                limits.inProcess(Limit.MESSAGES, caller.id()),
                limits.inProcess(Limit.SIGNALS, caller.id()));
    }
}
