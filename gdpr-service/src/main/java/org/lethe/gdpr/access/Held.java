package org.lethe.gdpr.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.FileId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.id.VisitId;

/**
 * What {@link SubjectAccess} answers, for its description; the answer itself is JSON as it was
 * sealed, so that nothing that is held is left out but what is damaged, and that is named.
 */
public record Held(
        AccountId account,
        Instant at,
        List<HeldVisit> visits,
        List<HeldChat> chats,
        List<HeldLetter> letters) {

    record HeldVisit(
            VisitId visit,
            @Nullable Instant since,
            @Nullable JsonNode content,
            @Nullable JsonNode address,
            List<HeldDamaged> damaged) {}

    record HeldChat(
            ChatId chat,
            @Nullable Instant since,
            @Nullable JsonNode form,
            @Nullable JsonNode operatorName,
            List<HeldMessage> messages,
            List<HeldFile> files,
            @Nullable JsonNode address,
            List<HeldDamaged> damaged) {}

    record HeldMessage(long seq, Instant at, String from, JsonNode content) {}

    record HeldFile(FileId file, JsonNode content) {}

    record HeldLetter(
            LetterId letter,
            @Nullable Instant since,
            String kind,
            @Nullable JsonNode content,
            @Nullable JsonNode address,
            List<HeldDamaged> damaged) {}

    /**
     * Something that is there and can't be opened.
     *
     * @param slot as it is called beside this
     * @param entry the number of a message, the id of a file
     */
    record HeldDamaged(String slot, @Nullable String entry) {}
}
