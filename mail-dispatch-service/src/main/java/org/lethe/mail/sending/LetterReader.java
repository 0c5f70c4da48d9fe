package org.lethe.mail.sending;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.letter.Letter;
import org.lethe.contracts.scope.MetaField;
import org.lethe.contracts.scope.Slots;
import org.lethe.contracts.scope.Whereabouts;
import org.lethe.privacy.seal.Reading.Absent;
import org.lethe.privacy.seal.Reading.Damaged;
import org.lethe.privacy.seal.Reading.Gone;
import org.lethe.privacy.seal.Reading.Held;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.privacy.vault.Lookup;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.account.AccountDirectory;

/** Takes letters from the vault, in two steps: first the sealed one, then what is in it. */
@ApplicationScoped
class LetterReader {

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
                                    AccountId.of(MetaField.ACCOUNT.in(meta).orElse("")),
                                    cipher));
            case Lookup.Destroyed() -> new Finding.Gone();
            case Lookup.Unavailable ignored -> new Finding.NotNow();
        };
    }

    Reading read(SealedLetter letter) {
        return switch (vault.slots().read(letter.cipher(), Slots.LETTER_BODY)) {
            case Held<Letter>(Letter read) -> new Reading.Legible(read, address(letter));
            case Damaged<Letter>() -> new Reading.Damaged();
            case Absent<Letter>() -> new Reading.Gone();
            case Gone<Letter>() -> new Reading.Gone();
        };
    }

    /** Without it the letter is sent all the same: address and host may have been removed since. */
    private Optional<Whereabouts> address(SealedLetter letter) {
        // The account may have turned it on since the letter was written.
        return accounts.removesAddresses(letter.account())
                ? Optional.empty()
                : vault.slots().read(letter.cipher(), Slots.LETTER_ADDRESS).held();
    }
}
