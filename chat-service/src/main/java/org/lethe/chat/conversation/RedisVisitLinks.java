package org.lethe.chat.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.scope.MetaField;
import org.lethe.contracts.scope.Slots;
import org.lethe.contracts.scope.Whereabouts;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.ScopeBatch;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptCall;
import org.lethe.privacy.redis.script.ScriptReply;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.privacy.vault.Lookup;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.problem.Refusal;

/** The field {@code chat} among the non-personal fields of a visit. */
@ApplicationScoped
class RedisVisitLinks implements VisitLinks {
    private static final Script LINK = Script.load("chat/link-visit.lua");
    private static final Script LIVES = Script.load("chat/visits-life.lua");

    private final RedisStore redis;
    private final Vault vault;

    @Inject
    RedisVisitLinks(RedisStore redis, Vault vault) {
        this.redis = redis;
        this.vault = vault;
    }

    @Override
    public Optional<ChatId> link(VisitId visit, ChatId chat, Optional<ChatId> expected) {
        String reply =
                redis.run(ScriptCall.on(LINK, visit, chat, expected.map(ChatId::value).orElse("")))
                        .text();
        return switch (reply) {
            case "linked" -> Optional.of(chat);
            case "gone" -> throw gone(visit);
            case "" -> Optional.empty();
            default -> Optional.of(ChatId.of(reply));
        };
    }

    @Override
    public void unlink(VisitId visit, ChatId chat) {
        redis.run(ScriptCall.on(LINK, visit, "", chat));
    }

    @Override
    public Optional<ChatId> chatOf(VisitId visit) {
        return vault.slots().field(visit, MetaField.PRESENT_CHAT).map(ChatId::of);
    }

    @Override
    public Map<VisitId, Duration> lives(Collection<VisitId> asked) {
        var lives = new HashMap<VisitId, Duration>();
        for (ScriptReply reply : new ScopeBatch(LIVES).addAll(asked).run(redis)) {
            List<ScriptReply> pairs = reply.list();
            for (int i = 0; i < pairs.size(); i += 2) {
                lives.put(
                        VisitId.of(pairs.get(i).text()),
                        Duration.ofMillis(pairs.get(i + 1).number()));
            }
        }
        return lives;
    }

    @Override
    public Optional<Whereabouts> address(VisitId visit) {
        return switch (vault.lookup(visit)) {
            case Lookup.Open(ScopeCipher cipher, var meta) -> {
                try (cipher) {
                    yield vault.slots().read(cipher, Slots.VISIT_ADDRESS).held();
                }
            }
            case Lookup.Destroyed ignored -> Optional.empty();
            case Lookup.Unavailable(var reason) -> throw Refusal.of(reason);
        };
    }

    private Refusal gone(VisitId visit) {
        return switch (vault.lookup(visit)) {
            case Lookup.Unavailable(var reason) -> Refusal.of(reason);
            case Lookup.Destroyed _ -> new Refusal(ErrorCode.SCOPE_DESTROYED);
            // It is about to be erased.
            case Lookup.Open(ScopeCipher cipher, var _) -> {
                cipher.close();
                yield new Refusal(ErrorCode.SCOPE_DESTROYED);
            }
        };
    }
}
