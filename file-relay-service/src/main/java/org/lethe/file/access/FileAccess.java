package org.lethe.file.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.scope.Meta;
import org.lethe.contracts.scope.MetaField;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.privacy.vault.Lookup;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.caller.Caller;
import org.lethe.runtime.problem.Refusal;

/**
 * Lets the two sides of a chat to its files and nobody else.
 *
 * <p>To everybody else there is nothing here, whether or not there is. Only the participant of a
 * chat is told that it has ended: who holds its token knows that it was.
 */
@ApplicationScoped
public class FileAccess {

    private final Vault vault;
    private final FileNotes notes;

    @Inject
    FileAccess(Vault vault, FileNotes notes) {
        this.vault = vault;
        this.notes = notes;
    }

    /** Opens the chat's files for a caller, or throws a {@link Refusal}. */
    public ChatAccess open(Caller caller, ChatId chat) {
        return switch (caller) {
            case Caller.Participant participant when participant.chat().equals(chat) ->
                    open(participant, chat, ErrorCode.CHAT_ENDED);
            case Caller.Operator operator when notes.isInChat(operator.operator(), chat) ->
                    open(operator, chat, ErrorCode.NOT_FOUND);
            case Caller.Participant _,
                    Caller.Operator _,
                    Caller.Visitor _,
                    Caller.Delegate _,
                    Caller.Staff _ ->
                    throw new Refusal(ErrorCode.NOT_FOUND);
        };
    }

    private ChatAccess open(Caller.OfAccount caller, ChatId chat, ErrorCode gone) {
        return switch (vault.lookup(chat)) {
            case Lookup.Open(ScopeCipher cipher, Meta meta) -> {
                var access = new ChatAccess(chat, caller.account(), cipher);
                refuse(access, isOf(caller, meta), ErrorCode.NOT_FOUND);
                refuse(access, !meta.has(MetaField.ERASING), gone);
                yield access;
            }
            case Lookup.Destroyed() -> throw new Refusal(gone);
            case Lookup.Unavailable _ -> throw new Refusal(ErrorCode.UNAVAILABLE);
        };
    }

    private static boolean isOf(Caller.OfAccount caller, Meta meta) {
        return meta.get(MetaField.ACCOUNT).filter(caller.account().value()::equals).isPresent();
    }

    private static void refuse(ChatAccess access, boolean allowed, ErrorCode otherwise) {
        if (!allowed) {
            access.close();
            throw new Refusal(otherwise);
        }
    }
}
