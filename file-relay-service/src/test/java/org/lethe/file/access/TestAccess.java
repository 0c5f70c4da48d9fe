package org.lethe.file.access;

import java.security.SecureRandom;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.privacy.seal.DataKey;
import org.lethe.privacy.seal.ScopeCipher;

/** Chats with keys of their own. */
public final class TestAccess {

    public static final AccountId ACME = AccountId.of("acme");

    private TestAccess() {}

    /** A new chat whose files are opened. */
    public static ChatAccess open() {
        ChatId chat = ChatId.mint("k3f9", new SecureRandom());
        return new ChatAccess(
                chat, ACME, new ScopeCipher(chat, new DataKey(DataKey.random()), null));
    }
}
