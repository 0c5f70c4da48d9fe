package org.lethe.chat.letter;

import java.util.Optional;
import org.lethe.contracts.event.LetterKind;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.LetterId;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.runtime.account.AccountSettings;

/** Where letters are opened, each a scope of its own with nothing in it yet. */
interface LetterScopes {

    /**
     * Opens a letter, or finds it as an earlier attempt left it; empty if it was destroyed. The
     * caller closes the cipher.
     */
    Optional<ScopeCipher> open(LetterId letter, LetterKind kind, AccountSettings settings);

    /** Destroys letters of a chat that were opened and not posted. */
    void discardUnposted(ChatId chat);

    /** The same for a draft, unless somebody goes on with it meanwhile. */
    void takeBack(ChatId draft);
}
