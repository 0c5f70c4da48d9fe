package org.lethe.file.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.event.EventCodec;
import org.lethe.contracts.event.FileEvent.FileStored;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.FileId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.scope.Compartment;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptCall;
import org.lethe.privacy.seal.ScopeGoneException;
import org.lethe.privacy.seal.Unsealed;
import org.lethe.privacy.vault.ScopeKeyNames;

/** The chat's slots {@code files} and {@code ops} in Redis. */
@ApplicationScoped
class RedisFileNotes implements FileNotes {

    private static final String FILES = "files";
    private static final String OPERATORS = "ops";

    private final RedisStore store;
    private final AccessSettings config;
    private final Script enter = Script.load("file-enter.lua");

    @Inject
    RedisFileNotes(RedisStore store, AccessSettings config) {
        this.store = store;
        this.config = config;
    }

    @Override
    public boolean isInChat(OperatorId operator, ChatId chat) {
        byte[] id = operator.value().getBytes(StandardCharsets.UTF_8);
        return store.members(ScopeKeyNames.slot(chat, OPERATORS)).stream()
                .anyMatch(member -> Arrays.equals(member, id));
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
                            seal(access, file, note),
                            stored.eventType().type(),
                            EventCodec.data(stored)));
        } catch (ScopeGoneException e) {
            return EnterOutcome.ENDED;
        }
    }

    @Override
    public Optional<FileNote> find(ChatAccess access, FileId file) {
        return store.hashField(ScopeKeyNames.slot(access.chat(), FILES), file.value())
                .flatMap(sealed -> unseal(access, file, sealed));
    }

    private EnterOutcome outcome(ScriptCall call) {
        return switch (store.run(call).text()) {
            case "entered" -> EnterOutcome.ENTERED;
            case "full" -> EnterOutcome.FULL;
            default -> EnterOutcome.ENDED;
        };
    }

    private static byte[] seal(ChatAccess access, FileId file, FileNote note) {
        try {
            byte[] clear = WireFormat.ofSealed().writeValueAsBytes(note);
            try {
                return access.cipher().seal(Compartment.CONTENT, kind(file), clear);
            } finally {
                Arrays.fill(clear, (byte) 0);
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a file note that can't be written");
        }
    }

    private static Optional<FileNote> unseal(ChatAccess access, FileId file, byte[] sealed) {
        return switch (access.cipher().unseal(Compartment.CONTENT, kind(file), sealed)) {
            case Unsealed.Clear clear -> Optional.of(read(clear.bytes()));
            case Unsealed.Damaged ignored -> Optional.empty();
            case Unsealed.CompartmentDestroyed ignored -> Optional.empty();
        };
    }

    private static FileNote read(byte[] clear) {
        try {
            return WireFormat.ofSealed().readValue(clear, FileNote.class);
        } catch (IOException e) {
            throw new IllegalStateException("a file note that can't be read");
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }

    private static String kind(FileId file) {
        return "file-meta:" + file.value();
    }
}
