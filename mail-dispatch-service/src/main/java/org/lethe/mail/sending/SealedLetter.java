package org.lethe.mail.sending;

import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.LetterId;
import org.lethe.privacy.seal.ScopeCipher;

/** A letter whose key is at hand; closed, the key is forgotten. */
record SealedLetter(LetterId id, AccountId account, ScopeCipher cipher) implements AutoCloseable {

    @Override
    public void close() {
        cipher.close();
    }
}
