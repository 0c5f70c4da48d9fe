package org.lethe.presence.chats;

import jakarta.enterprise.context.ApplicationScoped;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.contracts.id.VisitId;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.ScopeBatch;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptCall;
import org.lethe.privacy.redis.script.ScriptReply;
import org.lethe.privacy.vault.Vault;

/**
 * Who is in the chats of visits, in the non-personal state of the visits' scopes; what concerns a
 * visit that is not open, or another chat than the visit's present one, is ignored.
 */
@ApplicationScoped
class ChatLinks {

    private static final Script LINK = Script.load("presence/link.lua");
    private static final Script CHAT_VISITS = Script.load("presence/chat-visits.lua");

    private final RedisStore redis;
    private final Vault vault;

    ChatLinks(RedisStore redis, Vault vault) {
        this.redis = redis;
        this.vault = vault;
    }

    /** The visitor waits for an operator. */
    void requested(VisitId visit, ChatId chat) {
        link(visit, "requested", chat, "");
    }

    /** The visitor talks to this operator. */
    void accepted(VisitId visit, ChatId chat, OperatorId operator) {
        link(visit, "accepted", chat, operator.value());
    }

    /** The chat is over. */
    void ended(VisitId visit, ChatId chat) {
        link(visit, "ended", chat, "");
    }

    /** The chat was destroyed, and nothing is left that tells whose it was. */
    void destroyed(AccountId account, ChatId chat) {
        ScopeBatch batch = new ScopeBatch(CHAT_VISITS, chat.value());
        vault.openScopes(ScopeKind.VISIT, account)
                .forEach(visit -> batch.add(new VisitId(visit.value())));
        for (ScriptReply reply : batch.run(redis)) {
            reply.list().forEach(visit -> ended(new VisitId(visit.text()), chat));
        }
    }

    private void link(VisitId visit, String step, ChatId chat, String operator) {
        redis.run(ScriptCall.on(LINK, visit, step, chat.value(), operator));
    }
}
