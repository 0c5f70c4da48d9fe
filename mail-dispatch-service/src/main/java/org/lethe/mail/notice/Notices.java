package org.lethe.mail.notice;

import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.LetterId;

/** Where an account is told of a lost letter. */
interface Notices {

    /** Writes the notice, unless it was before; true when there is nothing left to do. */
    boolean write(LetterId lost, AccountId account);
}
