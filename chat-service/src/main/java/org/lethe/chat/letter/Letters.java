package org.lethe.chat.letter;

import org.lethe.contracts.scope.MetaField;
import org.lethe.contracts.scope.Slots;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lethe.chat.address.AddressRemoval;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.id.Shard;
import org.lethe.contracts.scope.Compartment;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptCall;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.privacy.seal.ScopeGoneException;
import org.lethe.privacy.vault.NewScope;
import org.lethe.privacy.vault.OpenOutcome;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.account.AccountSettings;
import org.lethe.runtime.problem.Refusal;

/** Opens the scopes of letters and seals what is in them; posting them is left to a script. */
@ApplicationScoped
public class Letters {
    private static final Script DISCARD = Script.load("letter/discard.lua");
    private static final byte[] NOTHING = {};

    private final Vault vault;
    private final RedisStore redis;
    private final AddressRemoval removal;

    @Inject
    Letters(Vault vault, RedisStore redis, AddressRemoval removal) {
        this.vault = vault;
        this.redis = redis;
        this.removal = removal;
    }

    /**
     * Seals letters, each under keys of its own; those of an earlier attempt are used again. A
     * letter whose scope was destroyed is left out: it was erased, or is counted as lost.
     */
    public List<SealedLetter> seal(List<Draft> drafts, AccountSettings settings) {
        var sealed = new ArrayList<SealedLetter>();
        for (Draft draft : drafts) {
            open(draft, settings)
                    .flatMap(cipher -> seal(draft, cipher, settings.id()))
                    .ifPresent(sealed::add);
        }
        return sealed;
    }

    /** Destroys letters of a chat that were opened and not posted. */
    public void discardUnposted(ChatId chat) {
        discard(chat, "");
    }

    /**
     * Destroys what is left of a draft that nobody finished in time. Does nothing if somebody goes
     * on with it meanwhile, and leaves letters that were posted.
     */
    public void takeBack(ChatId draft) {
        discard(draft, draft);
    }

    private void discard(ChatId origin, Object overdueDraft) {
        var args = new ArrayList<Object>();
        args.add(Shard.tag(origin.shard()));
        args.add(overdueDraft);
        for (int ordinal = 0; ordinal < LetterId.MAX_LETTERS; ordinal++) {
            args.add(LetterId.of(origin, ordinal));
        }
        redis.run(ScriptCall.of(DISCARD, origin.shard(), args.toArray()));
        if (!redis.confirm(List.of(origin.shard()))) {
            throw new StoreUnavailableException(
                    new IllegalStateException("too few replicas confirmed"));
        }
    }

    private Optional<ScopeCipher> open(Draft draft, AccountSettings settings) {
        var scope =
                new NewScope(
                        draft.id(),
                        settings.id(),
                        settings.letterDeadline(),
                        Map.of(
                                MetaField.LETTER_KIND.code(),
                                draft.letter().letterKind().code(),
                                MetaField.TLS_REQUIRED.code(),
                                Boolean.toString(settings.mailTlsRequired()),
                                MetaField.ATTEMPTS.code(),
                                "0",
                                MetaField.NEXT_ATTEMPT.code(),
                                "0"),
                        List.of());
        return switch (vault.open(scope)) {
            case OpenOutcome.Opened opened -> Optional.of(opened.cipher());
            case OpenOutcome.AlreadyOpen open -> Optional.of(open.cipher());
            case OpenOutcome.Destroyed ignored -> Optional.empty();
            case OpenOutcome.Unavailable ignored -> throw new Refusal(ErrorCode.UNAVAILABLE);
        };
    }

    private Optional<SealedLetter> seal(Draft draft, ScopeCipher cipher, AccountId account) {
        try (cipher) {
            byte[] body = cipher.seal(Slots.LETTER_BODY, draft.letter());
            // Asked now that the letter is open: a removal from here on finds it.
            byte[] address =
                    draft.address()
                            .filter(any -> !removal.isOn(account))
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
