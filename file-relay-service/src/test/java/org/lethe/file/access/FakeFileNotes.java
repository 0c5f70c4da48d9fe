package org.lethe.file.access;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lethe.contracts.chat.FileNote;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.FileId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.scope.Slots;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.privacy.seal.ScopeGoneException;

/** Chats in memory, as far as files are concerned. */
public final class FakeFileNotes implements FileNotes {

    private final Map<ChatId, Map<FileId, byte[]>> files = new HashMap<>();
    private final Map<ChatId, Set<OperatorId>> operators = new HashMap<>();
    private final Set<ChatId> waiting = new HashSet<>();
    private final int maxFiles;
    private boolean answers = true;
    private boolean enters = true;

    public FakeFileNotes(int maxFiles) {
        this.maxFiles = maxFiles;
    }

    /** A chat that takes files from now on. */
    public void open(ChatId chat) {
        files.put(chat, new HashMap<>());
    }

    /** Nobody has accepted the chat yet. */
    public void queue(ChatId chat) {
        waiting.add(chat);
    }

    /** The chat takes nothing more. */
    public void end(ChatId chat) {
        files.remove(chat);
    }

    public void join(ChatId chat, OperatorId operator) {
        operators.computeIfAbsent(chat, _ -> new HashSet<>()).add(operator);
    }

    /** The next file is entered, or is not, and nobody hears which. */
    public void loseAnswer(boolean afterEntering) {
        answers = false;
        enters = afterEntering;
    }

    @Override
    public boolean isInChat(OperatorId operator, ChatId chat) {
        return operators.getOrDefault(chat, Set.of()).contains(operator);
    }

    @Override
    public EnterOutcome mayEnter(ChatAccess access) {
        Map<FileId, byte[]> entered = files.get(access.chat());
        if (entered == null) {
            return EnterOutcome.ENDED;
        }
        if (waiting.contains(access.chat())) {
            return EnterOutcome.WAITING;
        }
        return entered.size() < maxFiles ? EnterOutcome.ENTERED : EnterOutcome.FULL;
    }

    @Override
    public EnterOutcome enter(ChatAccess access, FileId file, FileNote note) {
        EnterOutcome outcome = mayEnter(access);
        try {
            byte[] sealed = access.cipher().seal(Slots.CHAT_FILES.entry(file.value()), note);
            if (outcome == EnterOutcome.ENTERED && enters) {
                files.computeIfPresent(
                        access.chat(),
                        (_, entered) -> {
                            entered.put(file, sealed);
                            return entered;
                        });
            }
        } catch (ScopeGoneException e) {
            outcome = EnterOutcome.ENDED;
        }
        if (!answers) {
            throw new StoreUnavailableException(new IllegalStateException("no answer"));
        }
        return outcome;
    }

    @Override
    public boolean isEntered(ChatId chat, FileId file) {
        return files.getOrDefault(chat, Map.of()).containsKey(file);
    }

    @Override
    public Optional<FileNote> find(ChatAccess access, FileId file) {
        return Optional.ofNullable(files.getOrDefault(access.chat(), Map.of()).get(file))
                .flatMap(sealed ->
                        access.cipher().open(Slots.CHAT_FILES.entry(file.value()), sealed).held());
    }
}
