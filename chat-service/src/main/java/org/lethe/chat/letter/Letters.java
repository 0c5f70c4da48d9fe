package org.lethe.chat.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.scope.Compartment;
import org.lethe.contracts.scope.Slots;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.privacy.seal.ScopeGoneException;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.account.AccountSettings;

/** Opens the scopes of letters and seals what is in them; posting them is left to a script. */
@ApplicationScoped
public class Letters {
    private static final byte[] NOTHING = {};

    private final LetterScopes scopes;
    private final AccountDirectory accounts;

    @Inject
    Letters(LetterScopes scopes, AccountDirectory accounts) {
        this.scopes = scopes;
        this.accounts = accounts;
    }

    /**
     * Seals letters, each under keys of its own; those of an earlier attempt are used again. A
     * letter whose scope was destroyed is left out: it was erased, or is counted as lost.
     */
    public List<SealedLetter> seal(List<Draft> drafts, AccountSettings settings) {
        if (drafts.isEmpty()) {
            return List.of();
        }
        Map<LetterId, ScopeCipher> ciphers = open(drafts, settings);
        try {
            return drafts.stream()
                    .flatMap(draft ->
                            Optional.ofNullable(ciphers.get(draft.id()))
                                    .flatMap(cipher -> seal(draft, cipher, settings.id()))
                                    .stream())
                    .toList();
        } finally {
            ciphers.values().forEach(ScopeCipher::close);
        }
    }

    private Map<LetterId, ScopeCipher> open(List<Draft> drafts, AccountSettings settings) {
        boolean addresses = !accounts.removesAddresses(settings.id());
        Map<LetterId, ScopeCipher> ciphers =
                scopes.open(
                        drafts.stream().map(draft -> opening(draft, addresses)).toList(), settings);
        // A removal that began meanwhile may not have found them.
        if (addresses && accounts.removesAddresses(settings.id())) {
            scopes.destroyAddresses(ciphers.keySet());
        }
        return ciphers;
    }

    private static NewLetter opening(Draft draft, boolean addresses) {
        return new NewLetter(
                draft.id(), draft.origin(), draft.letter().letterKind(), draft.foundBy(addresses));
    }

    /** Destroys letters of a chat that were opened and not posted. */
    public void discardUnposted(ChatId chat) {
        scopes.discardUnposted(chat);
    }

    /**
     * Destroys what is left of a draft that nobody finished in time. Does nothing if somebody goes
     * on with it meanwhile, and leaves letters that were posted.
     */
    public void takeBack(ChatId draft) {
        scopes.takeBack(draft);
    }

    private Optional<SealedLetter> seal(Draft draft, ScopeCipher cipher, AccountId account) {
        try {
            byte[] body = cipher.seal(Slots.LETTER_BODY, draft.letter());
            // Asked now that the letter is open: a removal from here on finds it.
            byte[] address =
                    draft.address()
                            .filter(any -> !accounts.removesAddresses(account))
                            .filter(any -> cipher.holds(Compartment.ADDRESS))
                            .map(any -> cipher.seal(Slots.LETTER_ADDRESS, any))
                            .orElse(NOTHING);
            return Optional.of(
                    new SealedLetter(draft.id(), draft.letter().letterKind(), body, address));
        } catch (ScopeGoneException e) {
            return Optional.empty();
        }
    }
}
