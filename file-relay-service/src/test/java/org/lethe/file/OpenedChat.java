package org.lethe.file;

import static org.awaitility.Awaitility.await;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ErasureId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.id.Shard;
import org.lethe.contracts.scope.MetaField;
import org.lethe.file.blob.BlobSettings;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptCall;
import org.lethe.privacy.vault.NewScope;
import org.lethe.privacy.vault.OpenOutcome;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.caller.Caller;
import org.lethe.runtime.caller.TokenIssuer;

/** Does what chat-service does with a chat, as far as files are concerned. */
@ApplicationScoped
public class OpenedChat {

    public static final AccountId ACME = AccountId.of("acme");

    @Inject Vault vault;
    @Inject RedisStore store;
    @Inject TokenIssuer tokens;
    @Inject BlobSettings blobs;

    private final Script change = Script.load("test-chat.lua");

    public ChatId open(OperatorId... operators) {
        ChatId chat = vault.newChatId();
        var scope =
                new NewScope(
                        chat,
                        ACME,
                        Duration.ofMinutes(10),
                        Map.of(MetaField.STATE, "active"),
                        List.of());
        if (!(vault.open(scope) instanceof OpenOutcome.Opened)) {
            throw new AssertionError("not opened");
        }
        for (OperatorId operator : operators) {
            store.run(ScriptCall.on(change, chat, "join", operator.value()));
        }
        return chat;
    }

    /** The id of a chat that never was. */
    public ChatId unknown() {
        return vault.newChatId();
    }

    ErasureId erasure() {
        return vault.newErasureId();
    }

    public void markErasing(ChatId chat) {
        vault.markErasing(List.of(chat), vault.newErasureId());
    }

    public void setState(ChatId chat, String state) {
        store.run(ScriptCall.on(change, chat, "state", state));
    }

    public void destroy(ChatId chat, DestroyReason reason) {
        var _ = vault.destroy(chat, reason, List.of());
    }

    public String participant(ChatId chat) {
        return tokens.participantToken(ACME, chat, vault.newVisitId()).value();
    }

    String participantOf(AccountId account, ChatId chat) {
        return tokens.participantToken(account, chat, vault.newVisitId()).value();
    }

    String visitor() {
        return tokens.visitToken(ACME, vault.newVisitId()).value();
    }

    /** The visitor in the chat, once admitted. */
    public Caller caller(ChatId chat) {
        return new Caller.Participant(ACME, chat, vault.newVisitId());
    }

    /** What lies on the disk of a chat, drafts too. */
    public List<Path> blobsOf(ChatId chat) {
        Path folder = blobs.directory().resolve(Shard.digits(chat.shard())).resolve(chat.value());
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    public void awaitNothingOf(ChatId chat) {
        await().atMost(Duration.ofSeconds(20)).until(() -> blobsOf(chat).isEmpty());
    }
}
