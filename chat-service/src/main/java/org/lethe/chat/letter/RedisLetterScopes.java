package org.lethe.chat.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.scope.MetaField;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptCall;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.privacy.vault.NewScope;
import org.lethe.privacy.vault.OpenOutcome;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.account.AccountSettings;
import org.lethe.runtime.problem.Refusal;

/** Letters in the vault; looking for unposted ones and destroying them is one script. */
@ApplicationScoped
class RedisLetterScopes implements LetterScopes {
    private static final Script DISCARD = Script.load("letter/discard.lua");

    private final Vault vault;
    private final RedisStore redis;

    @Inject
    RedisLetterScopes(Vault vault, RedisStore redis) {
        this.vault = vault;
        this.redis = redis;
    }

    @Override
    public Map<LetterId, ScopeCipher> open(List<NewLetter> letters, AccountSettings settings) {
        List<NewScope> scopes = letters.stream().map(letter -> scope(letter, settings)).toList();
        List<OpenOutcome> outcomes = vault.openAll(scopes);
        var ciphers = new HashMap<LetterId, ScopeCipher>();
        List<LetterId> ids = letters.stream().map(NewLetter::id).toList();
        for (int i = 0; i < ids.size(); i++) {
            switch (outcomes.get(i)) {
                case OpenOutcome.Opened(var cipher) -> ciphers.put(ids.get(i), cipher);
                case OpenOutcome.AlreadyOpen(var cipher) -> ciphers.put(ids.get(i), cipher);
                case OpenOutcome.Destroyed() -> {}
                case OpenOutcome.Unavailable(var reason) -> {
                    outcomes.forEach(OpenOutcome::close);
                    throw Refusal.of(reason);
                }
            }
        }
        return ciphers;
    }

    private static NewScope scope(NewLetter letter, AccountSettings settings) {
        return new NewScope(
                letter.id(),
                settings.id(),
                settings.letterDeadline(),
                Map.of(
                        MetaField.LETTER_KIND,
                        letter.kind().code(),
                        MetaField.ORIGIN,
                        letter.origin().value(),
                        MetaField.TLS_REQUIRED,
                        Boolean.toString(settings.mailTlsRequired()),
                        MetaField.ATTEMPTS,
                        "0",
                        MetaField.NEXT_ATTEMPT,
                        "0"),
                List.of(),
                letter.foundBy());
    }

    @Override
    public void destroyAddresses(Collection<LetterId> letters) {
        vault.destroyAddresses(letters);
    }

    @Override
    public void discardUnposted(ChatId chat) {
        discard(chat, "");
    }

    @Override
    public void takeBack(ChatId draft) {
        discard(draft, draft);
    }

    private void discard(ChatId origin, Object overdueDraft) {
        List<LetterId> letters =
                IntStream.range(0, LetterId.MAX_LETTERS)
                        .mapToObj(ordinal -> LetterId.of(origin, ordinal))
                        .toList();
        redis.run(ScriptCall.of(DISCARD, origin.shard(), overdueDraft, letters));
        redis.requireConfirmed(List.of(origin.shard()));
    }
}
