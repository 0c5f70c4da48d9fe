package org.lethe.mail.lease;

import org.lethe.contracts.id.LetterId;

/** What is known of letters that are gone. Throws when the store is away. */
public interface LetterOutcomes {

    /** Whether the letter was on its way to a mail server lately, and perhaps got there. */
    boolean wasHandedOver(LetterId letter);
}
