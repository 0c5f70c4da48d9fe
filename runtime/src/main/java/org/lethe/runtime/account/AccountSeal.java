package org.lethe.runtime.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.event.AccountEvent.AccountChanged;
import org.lethe.contracts.event.SealedBytes;
import org.lethe.contracts.id.AccountId;
import org.lethe.privacy.seal.EnvelopeCipher;
import org.lethe.privacy.seal.KeyId;
import org.lethe.privacy.seal.SealedRecord;
import org.lethe.privacy.seal.Unsealed;

/** Settings as they stand on the topic: sealed, under a key that is wrapped beside them. */
@Singleton
public class AccountSeal {

    private final EnvelopeCipher cipher;

    @Inject
    AccountSeal(EnvelopeCipher cipher) {
        this.cipher = cipher;
    }

    public AccountChanged seal(AccountSettings settings) {
        try {
            byte[] json = WireFormat.ofSealed().writeValueAsBytes(settings);
            SealedRecord record = cipher.seal(json, place(settings.id(), settings.version()));
            return new AccountChanged(
                    settings.id(),
                    settings.version(),
                    SealedBytes.of(record.sealed()),
                    SealedBytes.of(record.wrappedKey()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("settings that can't be written");
        }
    }

    /** What is in a record, as far as the keys at hand and this version can tell. */
    Unsealing unseal(AccountChanged event) {
        var record = new SealedRecord(event.sealed().bytes(), event.wrappedKey().bytes());
        return switch (cipher.open(record, place(event.account(), event.version()))) {
            case Unsealed.Clear(byte[] json) -> read(json);
            case Unsealed.Damaged ignored -> new Unsealing.Shut();
            case Unsealed.CompartmentDestroyed ignored -> new Unsealing.Shut();
        };
    }

    /** Which key-encryption key its own key is wrapped by, whether we have that or not. */
    static Optional<KeyId> key(AccountChanged event) {
        return KeyId.ofWrap(event.wrappedKey().bytes());
    }

    private static Unsealing read(byte[] json) {
        try {
            return new Unsealing.Clear(
                    WireFormat.ofSealed().readValue(json, AccountSettings.class));
        } catch (IOException e) {
            return new Unsealing.OtherVersion();
        }
    }

    private static String place(AccountId account, long version) {
        return account.value() + "/" + version;
    }

    /** What became of a record's seal. */
    sealed interface Unsealing {

        record Clear(AccountSettings settings) implements Unsealing {}

        /** It was not sealed by a key at hand for this account and version, or changed since. */
        record Shut() implements Unsealing {}

        /** The suite has sealed it, and it holds no settings of this version. */
        record OtherVersion() implements Unsealing {}
    }
}
