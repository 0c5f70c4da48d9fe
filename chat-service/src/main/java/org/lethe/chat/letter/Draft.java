package org.lethe.chat.letter;

import java.util.Optional;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.letter.Letter;
import org.lethe.contracts.scope.Whereabouts;

/**
 * A letter in clear, for the moment in which it is sealed.
 *
 * @param address goes into the letter's other compartment
 */
public record Draft(LetterId id, Letter letter, Optional<Whereabouts> address) {}
