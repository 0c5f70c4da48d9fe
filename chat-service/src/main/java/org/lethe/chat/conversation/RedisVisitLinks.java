package org.lethe.chat.conversation;

import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.scope.Compartment;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptCall;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.privacy.seal.Unsealed;
import org.lethe.privacy.vault.Lookup;
import org.lethe.privacy.vault.ScopeKeyNames;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.problem.Refusal;

/** The field {@code chat} among the non-personal fields of a visit. */
@ApplicationScoped
class RedisVisitLinks implements VisitLinks {
    private static final Script LINK = Script.load("chat/link-visit.lua");
    private static final JsonMapper JSON = WireFormat.ofSealed();
    private static final String ADDRESS = "addr";

    private final RedisStore redis;
    private final Vault vault;

    @Inject
    RedisVisitLinks(RedisStore redis, Vault vault) {
        this.redis = redis;
        this.vault = vault;
    }

    @Override
    public Linked link(VisitId visit, ChatId chat, Optional<ChatId> expected) {
        String reply =
                redis.run(ScriptCall.on(LINK, visit, chat, expected.map(ChatId::value).orElse("")))
                        .text();
        return switch (reply) {
            case "linked" -> new Linked.Done();
            case "gone" -> new Linked.Gone();
            case "" -> new Linked.Otherwise(Optional.empty());
            default -> new Linked.Otherwise(Optional.of(ChatId.of(reply)));
        };
    }

    @Override
    public void unlink(VisitId visit, ChatId chat) {
        redis.run(ScriptCall.on(LINK, visit, "", chat));
    }

    @Override
    public Optional<ChatId> chatOf(VisitId visit) {
        return redis.hashField(ScopeKeyNames.meta(visit), "chat")
                .map(id -> ChatId.of(new String(id, StandardCharsets.UTF_8)));
    }

    @Override
    public Optional<VisitorAddress> address(VisitId visit) {
        return switch (vault.lookup(visit)) {
            case Lookup.Open(ScopeCipher cipher, var meta) -> {
                try (cipher) {
                    yield vault.get(visit, ADDRESS).flatMap(sealed -> open(cipher, sealed));
                }
            }
            case Lookup.Destroyed ignored -> Optional.empty();
            case Lookup.Unavailable ignored -> throw new Refusal(ErrorCode.UNAVAILABLE);
        };
    }

    private static Optional<VisitorAddress> open(ScopeCipher cipher, byte[] sealed) {
        return switch (cipher.unseal(Compartment.ADDRESS, ADDRESS, sealed)) {
            case Unsealed.Clear(byte[] json) -> read(json);
            case Unsealed.Damaged ignored -> Optional.empty();
            case Unsealed.CompartmentDestroyed ignored -> Optional.empty();
        };
    }

    private static Optional<VisitorAddress> read(byte[] json) {
        try {
            return Optional.of(JSON.readValue(json, VisitorAddress.class));
        } catch (IOException e) {
            // The cause quotes the address.
            return Optional.empty();
        } finally {
            Arrays.fill(json, (byte) 0);
        }
    }
}
