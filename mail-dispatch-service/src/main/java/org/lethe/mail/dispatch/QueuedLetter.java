package org.lethe.mail.dispatch;

import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.LetterId;

/** A letter that waits for an attempt, with whom to tell if its store is lost meanwhile. */
record QueuedLetter(LetterId letter, AccountId account) {}
