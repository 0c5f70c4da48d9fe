package org.lethe.mail.letter;

import java.util.List;
import java.util.Map;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.event.LossEvent.LetterLossNoted;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.letter.Letter;
import org.lethe.contracts.scope.Slot;
import org.lethe.privacy.seal.Reading;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.privacy.vault.DestroyOutcome;
import org.lethe.privacy.vault.Lookup;
import org.lethe.runtime.account.AccountSettings;

/**
 * The sealed letters. What has no outcome for a store that is away throws.
 *
 * <p>Whatever destroys a letter at its deadline enters it among the lost ones; so a time away that
 * is longer than the events are kept loses none.
 */
public interface LetterVault {

    Lookup lookup(LetterId letter);

    <T> Reading<T> read(ScopeCipher cipher, Slot<T> slot);

    /** Destroys a letter, and tells it. */
    DestroyOutcome destroy(LetterId letter, DestroyReason reason);

    /** Every letter of an account that has no outcome yet. */
    List<LetterId> openLetters(AccountId account);

    /** The epoch of the store, as it is known here; may be out of date. */
    String epoch(int shard);

    /** Posts a notice, unless it was before; false if that can't be done now. */
    boolean post(LetterId id, Letter notice, AccountSettings account);

    /** The letters that were lost, at least perhaps, and whose accounts have not been told. */
    Map<LetterId, Loss> lost();

    /** The account of a lost letter has not to be told. */
    void forgetLost(LetterId letter);

    /**
     * Has the account's consoles say that a letter was lost, and forgets it: once, however often it
     * is called and by how many replicas. One of a lost store is among no lost ones, and told as
     * often as this is called.
     */
    void tellConsoles(LetterLossNoted loss);
}
