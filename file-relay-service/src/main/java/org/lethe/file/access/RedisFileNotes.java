package org.lethe.file.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.lethe.contracts.chat.FileNote;
import org.lethe.contracts.event.FileEvent.FileStored;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.FileId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.scope.Slot.Place;
import org.lethe.contracts.scope.Slots;
import org.lethe.privacy.outbox.Outbox;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptCall;
import org.lethe.privacy.seal.ScopeGoneException;
import org.lethe.privacy.vault.ScopeSlots;
import org.lethe.privacy.vault.Vault;

/** The chat's slots {@code files} and {@code ops} in Redis. */
@ApplicationScoped
class RedisFileNotes implements FileNotes {

    private final RedisStore store;
    private final ScopeSlots slots;
    private final AccessSettings config;
    private final Script enter = Script.load("file-enter.lua");

    @Inject
    RedisFileNotes(RedisStore store, Vault vault, AccessSettings config) {
        this.store = store;
        this.slots = vault.slots();
        this.config = config;
    }

    @Override
    public boolean isInChat(OperatorId operator, ChatId chat) {
        return slots.contains(chat, Slots.CHAT_OPERATORS, operator.value());
    }

    @Override
    public EnterOutcome mayEnter(ChatAccess access) {
        return outcome(ScriptCall.on(enter, access.chat(), config.maxFiles()));
    }

    @Override
    public EnterOutcome enter(ChatAccess access, FileId file, FileNote note) {
        var stored = new FileStored(access.chat(), file, access.account(), note.size());
        try {
            return outcome(
                    ScriptCall.on(
                            enter,
                            access.chat(),
                            config.maxFiles(),
                            file.value(),
                            access.cipher().seal(place(file), note),
                            Outbox.args(List.of(stored))));
        } catch (ScopeGoneException e) {
            return EnterOutcome.ENDED;
        }
    }

    @Override
    public Optional<FileNote> find(ChatAccess access, FileId file) {
        return slots.read(access.cipher(), Slots.CHAT_FILES, file.value()).held();
    }

    @Override
    public boolean isEntered(ChatId chat, FileId file) {
        return slots.entry(chat, Slots.CHAT_FILES, file.value()).isPresent();
    }

    private EnterOutcome outcome(ScriptCall call) {
        return switch (store.run(call).text()) {
            case "entered" -> EnterOutcome.ENTERED;
            case "full" -> EnterOutcome.FULL;
            case "waiting" -> EnterOutcome.WAITING;
            default -> EnterOutcome.ENDED;
        };
    }

    private static Place<FileNote> place(FileId file) {
        return Slots.CHAT_FILES.entry(file.value());
    }
}
