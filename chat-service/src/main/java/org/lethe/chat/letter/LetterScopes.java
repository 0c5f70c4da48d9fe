package org.lethe.chat.letter;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.LetterId;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.runtime.account.AccountSettings;

/** Where letters are opened, each a scope of its own with nothing in it yet. */
interface LetterScopes {

    /**
     * Opens letters, or finds them as an earlier attempt left them, all at once; those that were
     * destroyed are left out. The caller closes the ciphers.
     */
    Map<LetterId, ScopeCipher> open(List<NewLetter> letters, AccountSettings settings);

    /** Destroys the addresses of open letters alone; nobody finds them by these any more. */
    void destroyAddresses(Collection<LetterId> letters);

    /** Destroys letters of a chat that were opened and not posted. */
    void discardUnposted(ChatId chat);

    /** The same for a draft, unless somebody goes on with it meanwhile. */
    void takeBack(ChatId draft);
}
