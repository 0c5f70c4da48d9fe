package org.lethe.gdpr.it;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.event.LetterKind;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.FileId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.scope.MetaField;
import org.lethe.contracts.scope.Slot;
import org.lethe.contracts.scope.Slot.Place;
import org.lethe.contracts.scope.Slots;
import org.lethe.contracts.subject.Identifier;
import org.lethe.gdpr.access.ExampleExport;
import org.lethe.gdpr.access.ExportSettings;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptCall;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.privacy.vault.Lookup;
import org.lethe.privacy.vault.NewScope;
import org.lethe.privacy.vault.OpenOutcome;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.blob.BlobPlace;
import org.lethe.runtime.fixture.TestAccounts;

/** Data subjects as the other services would have left them in the vault. */
@ApplicationScoped
public class Subjects {

    public static final AccountId ACME = new AccountId("acme");
    public static final AccountId GLOBEX = new AccountId("globex");

    /** The detail that names a person, in either account. */
    public static final String MARKED = "number";

    private final Vault vault;
    private final RedisStore store;
    private final AccountDirectory directory;
    private final ExportSettings export;
    private final Script fill = Script.load("test/fill-chat.lua");
    private final Script queued = Script.load("test/queued-chat.lua");

    Subjects(Vault vault, RedisStore store, AccountDirectory directory, ExportSettings export) {
        this.export = export;
        this.vault = vault;
        this.store = store;
        this.directory = directory;
    }

    /**
     * A visitor in a chat with a message and a file, and a letter that waits.
     *
     * @param identifiers that find the visit
     */
    public Subject inAChat(AccountId account, Identifier... identifiers) {
        require(account);
        VisitId visit = vault.newVisitId();
        ChatId chat = vault.newChatId();
        LetterId letter = LetterId.of(chat, 0);
        FileId file = FileId.mint(new java.security.SecureRandom());
        try (ScopeCipher cipher =
                open(visit, account, Map.of(MetaField.PRESENT_CHAT, chat.value()), identifiers)) {
            put(cipher, Slots.VISIT_VIEW, "sealed/visit-view");
            put(cipher, Slots.VISIT_ADDRESS, "sealed/visit-addr");
        }
        try (ScopeCipher cipher =
                open(chat, account, Map.of(MetaField.CHAT_VISIT, visit.value()))) {
            put(cipher, Slots.CHAT_FORM, "sealed/chat-form");
            byte[] message =
                    seal(cipher, Slots.CHAT_LOG.asJson().entry("v:message-1"), "sealed/chat-log");
            byte[] note =
                    seal(
                            cipher,
                            Slots.CHAT_FILES.asJson().entry(file.value()),
                            "sealed/chat-files");
            store.run(ScriptCall.on(fill, chat, message, file.value(), note));
        }
        try (ScopeCipher cipher = open(letter, account, letterOf(chat))) {
            put(cipher, Slots.LETTER_BODY, "letters/transcript");
        }
        return new Subject(account, visit, chat, letter);
    }

    /**
     * A visitor whose chat has ended, and whose letter waits.
     *
     * @param identifiers that find the letter
     */
    public Subject afterAChat(AccountId account, Identifier... identifiers) {
        require(account);
        VisitId visit = vault.newVisitId();
        ChatId chat = vault.newChatId();
        LetterId letter = LetterId.of(chat, 0);
        String chats = chat.value() + " no-chat " + vault.newChatId().value();
        open(visit, account, Map.of(MetaField.PRESENT_CHAT, "", MetaField.CHATS, chats)).close();
        open(letter, account, letterOf(chat), identifiers).close();
        return new Subject(account, visit, chat, letter);
    }

    /** One more letter of the chat of this subject, which other identifiers may find. */
    public LetterId anotherLetter(Subject subject, Identifier... identifiers) {
        LetterId letter = LetterId.of(subject.chat(), 1);
        open(letter, subject.account(), letterOf(subject.chat()), identifiers).close();
        return letter;
    }

    /** A chat with a file that was destroyed after so many messages. */
    public ChatId afterItsEnd(AccountId account, int messages) {
        ChatId chat = atItsEnd(account, messages);
        var _ = vault.destroy(chat, DestroyReason.ERASED, List.of());
        return chat;
    }

    /** A chat with a file in which so many messages were sent. */
    public ChatId atItsEnd(AccountId account, int messages) {
        ChatId chat = inAChat(account).chat();
        store.run(ScriptCall.on(queued, chat, messages));
        return chat;
    }

    /** As its deadline destroys it. */
    public void destroy(ScopeId scope) {
        var _ = vault.destroy(scope, DestroyReason.LEFT, List.of());
    }

    /** Leaves something in place of a form that no key opens. */
    public void damageForm(ChatId chat) {
        vault.slots().put(chat, Slots.CHAT_FORM, "canary".getBytes(StandardCharsets.UTF_8));
    }

    /** Leaves a file's bytes where file-relay-service would. */
    public void store(Subject subject, FileId file, byte[] content) throws IOException {
        Path folder = export.files().orElseThrow();
        Path path = BlobPlace.of(folder, subject.chat(), subject.account(), file);
        Files.createDirectories(path.getParent());
        if (!(vault.lookup(subject.chat()) instanceof Lookup.Open(ScopeCipher cipher, var _))) {
            throw new IllegalStateException("the chat is not open");
        }
        try (cipher;
                OutputStream out = Files.newOutputStream(path);
                OutputStream sealing =
                        cipher.sealing(out, Slots.CHAT_FILE_BYTES.entry(file.value()))) {
            sealing.write(content);
        }
    }

    public boolean isHeld(ScopeId scope) {
        return switch (vault.lookup(scope)) {
            case Lookup.Open open -> {
                open.cipher().close();
                yield true;
            }
            case Lookup.Destroyed _ -> false;
            case Lookup.Unavailable unavailable ->
                    throw new IllegalStateException(unavailable.reason().name());
        };
    }

    private void require(AccountId account) {
        // Another test may have given it other settings.
        if (directory
                .find(account)
                .filter(settings -> settings.identifiers().contains(MARKED))
                .isEmpty()) {
            TestAccounts.publish(
                    account,
                    Map.of(
                            "name",
                            account.value(),
                            "allowedOrigins",
                            List.of("https://shop." + account.value() + ".example"),
                            "identifiers",
                            List.of(MARKED)));
        }
    }

    private static Map<MetaField, String> letterOf(ChatId chat) {
        return Map.of(
                MetaField.LETTER_KIND,
                LetterKind.TRANSCRIPT.code(),
                MetaField.ORIGIN,
                chat.value());
    }

    private ScopeCipher open(
            ScopeId scope,
            AccountId account,
            Map<MetaField, String> meta,
            Identifier... identifiers) {
        var wanted =
                new NewScope(
                        scope,
                        account,
                        Duration.ofMinutes(2),
                        meta,
                        List.of(),
                        Set.of(identifiers));
        if (vault.open(wanted) instanceof OpenOutcome.Opened(ScopeCipher cipher)) {
            return cipher;
        }
        throw new IllegalStateException("a scope can't be opened");
    }

    private void put(ScopeCipher cipher, Slot<?> slot, String golden) {
        vault.slots().put(cipher.scope(), slot, seal(cipher, slot.asJson().whole(), golden));
    }

    private static byte[] seal(ScopeCipher cipher, Place<JsonNode> place, String golden) {
        return cipher.seal(place, ExampleExport.golden(golden));
    }

    public record Subject(AccountId account, VisitId visit, ChatId chat, LetterId letter) {

        public List<ScopeId> scopes() {
            return List.of(visit, chat, letter);
        }
    }
}
