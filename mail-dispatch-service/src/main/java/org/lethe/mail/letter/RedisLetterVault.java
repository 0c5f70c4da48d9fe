package org.lethe.mail.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lethe.contracts.Coded;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.event.LetterEvent.LetterPosted;
import org.lethe.contracts.event.LetterKind;
import org.lethe.contracts.event.LossEvent.LetterLossNoted;
import org.lethe.contracts.event.LossReason;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.contracts.letter.Letter;
import org.lethe.contracts.scope.MetaField;
import org.lethe.contracts.scope.Slot;
import org.lethe.contracts.scope.Slots;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.outbox.Outbox;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptBatch;
import org.lethe.privacy.redis.script.ScriptCall;
import org.lethe.privacy.redis.script.ScriptReply;
import org.lethe.privacy.seal.Reading;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.privacy.seal.ScopeGoneException;
import org.lethe.privacy.vault.DestroyOutcome;
import org.lethe.privacy.vault.Lookup;
import org.lethe.privacy.vault.NewScope;
import org.lethe.privacy.vault.OpenOutcome;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.account.AccountSettings;

/** Letters in the vault; the lost ones in the hashes {@code {s17}:lost} of the prelude. */
@ApplicationScoped
class RedisLetterVault implements LetterVault {

    private static final Log LOG = Log.of(RedisLetterVault.class);

    private final Vault vault;
    private final RedisStore store;
    private final Script lost = Script.load("lost-letters.lua");
    private final Script forget = Script.load("lost-forget.lua");
    private final Script noted = Script.load("lost-noted.lua");

    @Inject
    RedisLetterVault(Vault vault, RedisStore store) {
        this.vault = vault;
        this.store = store;
    }

    @Override
    public Lookup lookup(LetterId letter) {
        return vault.lookup(letter);
    }

    @Override
    public <T> Reading<T> read(ScopeCipher cipher, Slot<T> slot) {
        return vault.slots().read(cipher, slot);
    }

    @Override
    public DestroyOutcome destroy(LetterId letter, DestroyReason reason) {
        return vault.destroy(letter, reason, List.of());
    }

    @Override
    public List<LetterId> openLetters(AccountId account) {
        return vault.openScopes(ScopeKind.LETTER, account).stream()
                .map(LetterId.class::cast)
                .toList();
    }

    @Override
    public String epoch(int shard) {
        return vault.epoch(shard);
    }

    @Override
    public boolean post(LetterId id, Letter notice, AccountSettings account) {
        String kind = notice.letterKind().code();
        var scope =
                new NewScope(
                        id,
                        account.id(),
                        account.letterDeadline(),
                        Map.of(MetaField.LETTER_KIND, kind),
                        List.of(new LetterPosted(id, account.id(), notice.letterKind())));
        return switch (vault.open(scope)) {
            case OpenOutcome.Opened(ScopeCipher cipher) -> put(cipher, id, notice);
            case OpenOutcome.AlreadyOpen(ScopeCipher cipher) -> put(cipher, id, notice);
            case OpenOutcome.Destroyed() -> true;
            case OpenOutcome.Unavailable _ -> false;
        };
    }

    private boolean put(ScopeCipher cipher, LetterId id, Letter notice) {
        try (cipher) {
            if (vault.slots().write(cipher, Slots.LETTER_BODY, notice)) {
                LOG.info("the account will be told of a loss", LogKey.SCOPE.of(id));
            }
        } catch (ScopeGoneException e) {
            // It was dispatched or erased meanwhile.
        }
        return true;
    }

    @Override
    public Map<LetterId, Loss> lost() {
        var all = new HashMap<LetterId, Loss>();
        for (ScriptReply shard : store.runAll(ScriptBatch.onAll(lost))) {
            for (ScriptReply letter : shard.list()) {
                all.put(
                        LetterId.of(letter.at(0).text()),
                        new Loss(
                                AccountId.of(letter.at(1).text()),
                                reason(letter.at(2).text()),
                                Coded.find(LetterKind.class, letter.at(3).text())));
            }
        }
        return all;
    }

    /** What an older version noted has none. */
    private static LossReason reason(String code) {
        return code.equals(DestroyReason.PERHAPS_DELIVERED.code())
                ? LossReason.PERHAPS_DELIVERED
                : LossReason.NOT_TAKEN;
    }

    @Override
    public void forgetLost(LetterId letter) {
        store.run(ScriptCall.on(forget, letter));
    }

    @Override
    public void tellConsoles(LetterLossNoted loss) {
        int withoutNote = loss.reason() == LossReason.STORE_LOST ? 1 : 0;
        store.run(ScriptCall.on(noted, loss.letter(), withoutNote, Outbox.args(List.of(loss))));
    }
}
