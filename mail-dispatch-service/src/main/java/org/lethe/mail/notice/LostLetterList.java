package org.lethe.mail.notice;

import java.util.Map;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.LetterId;

/**
 * The letters that were lost and whose accounts have not been told. The script that destroys a
 * letter at its deadline enters it, so a time away that is longer than the events are kept loses
 * none.
 */
interface LostLetterList {

    Map<LetterId, AccountId> all();

    void remove(LetterId lost);
}
