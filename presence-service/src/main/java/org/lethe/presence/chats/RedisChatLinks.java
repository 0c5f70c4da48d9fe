package org.lethe.presence.chats;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.contracts.id.VisitId;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.Script;
import org.lethe.privacy.redis.ScriptCall;
import org.lethe.privacy.vault.ScopeKeyNames;
import org.lethe.privacy.vault.Vault;

/** Links in the non-personal state of the visits' scopes. */
@ApplicationScoped
class RedisChatLinks implements ChatLinks {

    private static final Script LINK = Script.load("presence/link.lua");

    private final RedisStore redis;
    private final Vault vault;

    RedisChatLinks(RedisStore redis, Vault vault) {
        this.redis = redis;
        this.vault = vault;
    }

    @Override
    public void requested(VisitId visit, ChatId chat) {
        link(visit, "requested", chat, "");
    }

    @Override
    public void accepted(VisitId visit, ChatId chat, OperatorId operator) {
        link(visit, "accepted", chat, operator.value());
    }

    @Override
    public void ended(VisitId visit, ChatId chat) {
        link(visit, "ended", chat, "");
    }

    @Override
    public void destroyed(AccountId account, ChatId chat) {
        List<ScopeId> visits = vault.openScopes(ScopeKind.VISIT, account);
        List<Map<String, byte[]>> states =
                redis.hashes(visits.stream().map(ScopeKeyNames::meta).toList());
        for (int at = 0; at < states.size(); at++) {
            byte[] linked = states.get(at).getOrDefault("chat", new byte[0]);
            if (new String(linked, StandardCharsets.UTF_8).equals(chat.value())) {
                ended(new VisitId(visits.get(at).value()), chat);
            }
        }
    }

    private void link(VisitId visit, String step, ChatId chat, String operator) {
        redis.run(ScriptCall.on(LINK, visit, step, chat.value(), operator));
    }
}
