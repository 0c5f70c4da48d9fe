package org.lethe.mail.dispatch;

import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.LetterId;
import org.lethe.privacy.vault.ScopeCipher;

/**
 * A letter whose key is at hand; closed, the key is forgotten.
 *
 * @param tlsRequired what the account demanded when the letter was made
 */
record SealedLetter(LetterId id, AccountId account, boolean tlsRequired, ScopeCipher cipher)
        implements AutoCloseable {

    @Override
    public void close() {
        cipher.close();
    }
}
