package org.lethe.mail.sending;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.letter.Letter;
import org.lethe.contracts.letter.LetterAddress;
import org.lethe.contracts.scope.Compartment;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.privacy.seal.Unsealed;
import org.lethe.privacy.vault.Lookup;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.account.AccountSettings;

/** Takes letters from the vault, in two steps: first the sealed one, then what is in it. */
@ApplicationScoped
class LetterReader {

    private static final String BODY = "body";
    private static final String BODY_KIND = "letter";
    private static final String ADDRESS = "addr";

    private final Vault vault;
    private final AccountDirectory accounts;

    @Inject
    LetterReader(Vault vault, AccountDirectory accounts) {
        this.vault = vault;
        this.accounts = accounts;
    }

    Finding find(LetterId letter) {
        return switch (vault.lookup(letter)) {
            case Lookup.Open(ScopeCipher cipher, Map<String, String> meta) ->
                    new Finding.Found(
                            new SealedLetter(
                                    letter,
                                    AccountId.of(meta.getOrDefault("account", "")),
                                    cipher));
            case Lookup.Destroyed() -> new Finding.Gone();
            case Lookup.Unavailable ignored -> new Finding.NotNow();
        };
    }

    Reading read(SealedLetter letter) {
        Optional<byte[]> body = vault.get(letter.id(), BODY);
        if (body.isEmpty()) {
            return new Reading.Gone();
        }
        return switch (letter.cipher().unseal(Compartment.CONTENT, BODY_KIND, body.get())) {
            case Unsealed.Clear(byte[] clear) ->
                    parse(clear, Letter.class)
                            .<Reading>map(read -> new Reading.Legible(read, address(letter)))
                            .orElseGet(Reading.Damaged::new);
            case Unsealed.Damaged() -> new Reading.Damaged();
            case Unsealed.CompartmentDestroyed() -> new Reading.Gone();
        };
    }

    /** Without it the letter is sent all the same: address and host may have been removed since. */
    private Optional<LetterAddress> address(SealedLetter letter) {
        // The account may have turned it on since the letter was written.
        if (accounts.removesAddresses(letter.account())) {
            return Optional.empty();
        }
        return vault.get(letter.id(), ADDRESS)
                .flatMap(sealed ->
                        switch (letter.cipher().unseal(Compartment.ADDRESS, ADDRESS, sealed)) {
                            case Unsealed.Clear(byte[] clear) -> parse(clear, LetterAddress.class);
                            case Unsealed.Damaged() -> Optional.empty();
                            case Unsealed.CompartmentDestroyed() -> Optional.empty();
                        });
    }

    private static <T> Optional<T> parse(byte[] clear, Class<T> type) {
        try {
            return Optional.of(WireFormat.ofSealed().readValue(clear, type));
        } catch (IOException | IllegalArgumentException e) {
            // The exception may quote the letter.
            return Optional.empty();
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }
}
