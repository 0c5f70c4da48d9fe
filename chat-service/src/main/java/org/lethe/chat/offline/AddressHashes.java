package org.lethe.chat.offline;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.personal.ClientAddress;

/**
 * Stands in for addresses where they are only counted: hashed under a key that dies with the
 * process, so that no address stays in memory.
 */
@ApplicationScoped
class AddressHashes {
    private static final int KEY_LENGTH = 32;
    private static final int NETWORK_V6 = 8;

    private final byte[] key = new byte[KEY_LENGTH];

    AddressHashes() {
        new SecureRandom().nextBytes(key);
    }

    /**
     * One number for a v4 address, or for the network that a v6 address is one of many in; another
     * for each account, so that who uses up one account's form keeps nobody from another's.
     */
    long of(AccountId account, ClientAddress address) {
        byte[] bytes = address.inetAddress().getAddress();
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(key);
            digest.update(bytes, 0, Math.min(bytes.length, NETWORK_V6));
            digest.update((byte) bytes.length);
            digest.update(account.value().getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest.digest()).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
