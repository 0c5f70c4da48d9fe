package org.lethe.file.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.scope.MetaField;
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
            case Caller.Participant participant -> {
                require(participant.chat().equals(chat));
                yield open(participant, chat, ErrorCode.CHAT_ENDED);
            }
            case Caller.Operator operator -> {
                ChatAccess access = open(operator, chat, ErrorCode.NOT_FOUND);
                if (!isInChat(operator.operator(), access)) {
                    throw new Refusal(ErrorCode.NOT_FOUND);
                }
                yield access;
            }
            case Caller.Visitor ignored -> throw new Refusal(ErrorCode.NOT_FOUND);
            case Caller.Staff ignored -> throw new Refusal(ErrorCode.NOT_FOUND);
        };
    }

    private ChatAccess open(Caller.OfAccount caller, ChatId chat, ErrorCode gone) {
        return switch (vault.lookup(chat)) {
            case Lookup.Open open -> {
                var access = new ChatAccess(chat, caller.account(), open.cipher());
                refuse(access, isOf(caller, open.meta()), ErrorCode.NOT_FOUND);
                refuse(access, MetaField.ERASING.in(open.meta()).isEmpty(), gone);
                yield access;
            }
            case Lookup.Destroyed ignored -> throw new Refusal(gone);
            case Lookup.Unavailable ignored -> throw new Refusal(ErrorCode.UNAVAILABLE);
        };
    }

    private boolean isInChat(OperatorId operator, ChatAccess access) {
        boolean known = false;
        try {
            known = notes.isInChat(operator, access.chat());
            return known;
        } finally {
            if (!known) {
                access.close();
            }
        }
    }

    private static boolean isOf(Caller.OfAccount caller, Map<String, String> meta) {
        return MetaField.ACCOUNT.in(meta).equals(Optional.of(caller.account().value()));
    }

    private static void refuse(ChatAccess access, boolean allowed, ErrorCode otherwise) {
        if (!allowed) {
            access.close();
            throw new Refusal(otherwise);
        }
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw new Refusal(ErrorCode.NOT_FOUND);
        }
    }
}
