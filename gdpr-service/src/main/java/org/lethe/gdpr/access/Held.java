package org.lethe.gdpr.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.chat.ChatForm;
import org.lethe.contracts.chat.FileNote;
import org.lethe.contracts.chat.MessageContent;
import org.lethe.contracts.event.Digest;
import org.lethe.contracts.event.LetterKind;
import org.lethe.contracts.frame.Speaker;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.FileId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.letter.Letter;
import org.lethe.contracts.personal.ConsentText;
import org.lethe.contracts.personal.PersonName;
import org.lethe.contracts.retention.Category;
import org.lethe.contracts.scope.Whereabouts;
import org.lethe.contracts.visit.VisitDocument;

/**
 * What {@link SubjectAccess} answers, for its description; the answer itself is JSON as it was
 * sealed, so that nothing that is held is left out but what is damaged, and that is named.
 *
 * @param schema where this is described, as JSON Schema
 * @param at when it was read; what came later is not in it
 */
public record Held(
        @JsonProperty("$schema") URI schema,
        AccountId account,
        Instant at,
        List<HeldVisit> visits,
        List<HeldChat> chats,
        List<HeldLetter> letters) {

    record HeldVisit(
            VisitId visit,
            @Nullable Instant since,
            HeldRetention retention,
            List<HeldAccess> access,
            List<HeldConsent> consents,
            @Nullable VisitDocument content,
            @Nullable Whereabouts address,
            List<HeldDamaged> damaged) {}

    record HeldChat(
            ChatId chat,
            @Nullable Instant since,
            HeldRetention retention,
            List<HeldAccess> access,
            List<HeldConsent> consents,
            @Nullable ChatForm form,
            @Nullable PersonName operatorName,
            List<HeldMessage> messages,
            List<HeldFile> files,
            @Nullable Whereabouts address,
            List<HeldDamaged> damaged) {}

    record HeldMessage(long seq, Instant at, Speaker from, MessageContent content) {}

    /**
     * A file.
     *
     * @param archive where its bytes are in this archive; absent outside of one
     */
    record HeldFile(
            FileId file,
            FileNote content,
            HeldRetention retention,
            @Nullable HeldArchived archive) {}

    record HeldLetter(
            LetterId letter,
            @Nullable Instant since,
            LetterKind kind,
            LetterState state,
            HeldRetention retention,
            List<HeldAccess> access,
            @Nullable Letter content,
            @Nullable Whereabouts address,
            List<HeldDamaged> damaged) {}

    /**
     * When something is destroyed.
     *
     * @param category of the data map
     * @param rule what destroys it, in the words of the data map
     * @param due when it is destroyed at the latest, unless it is renewed; absent if it ended while
     *     this was read
     * @param latest when it is destroyed however often it is renewed; absent where renewing has no
     *     end
     */
    record HeldRetention(
            Category category, String rule, @Nullable Instant due, @Nullable Instant latest) {}

    /**
     * Who can or could read it.
     *
     * @param number how many, where that is known
     */
    record HeldAccess(AccessRole role, @Nullable Integer number) {}

    /**
     * What was agreed to, as it was given.
     *
     * @param text word for word
     * @param version SHA-256 of the text in UTF-8, by which two texts are told apart
     */
    record HeldConsent(Instant at, ConsentText text, Digest version) {}

    /**
     * A file's place in an archive.
     *
     * @param path absent if there are no bytes of it
     */
    record HeldArchived(ArchivedState state, @Nullable String path) {}

    /**
     * Something that is there and can't be opened.
     *
     * @param slot as it is called beside this
     * @param entry the number of a message, the id of a file
     */
    record HeldDamaged(String slot, @Nullable String entry) {}
}
