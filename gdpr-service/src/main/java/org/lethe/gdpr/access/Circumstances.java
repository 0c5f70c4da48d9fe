package org.lethe.gdpr.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.event.Digest;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.contracts.letter.TranscriptLetter;
import org.lethe.contracts.retention.Category;
import org.lethe.contracts.scope.Meta;
import org.lethe.contracts.scope.MetaField;
import org.lethe.gdpr.access.Held.HeldAccess;
import org.lethe.gdpr.access.Held.HeldRetention;

/**
 * What is told of a scope beside what it holds.
 *
 * @param at when it is read
 * @param deadline as it stands; empty if the scope ended meanwhile
 * @param operators how many are or were in the chat
 */
record Circumstances(Instant at, Optional<Instant> deadline, int operators) {

    HeldRetention retention(Category category, Meta meta) {
        Optional<Instant> latest =
                meta.get(MetaField.UNTIL)
                        .map(Long::parseLong)
                        .filter(millis -> millis > 0)
                        .map(Instant::ofEpochMilli);
        return new HeldRetention(
                category, category.destroyed(), deadline.orElse(null), latest.orElse(null));
    }

    /** Who can or could read a scope of which this is held. */
    List<HeldAccess> access(ScopeKind kind, ObjectNode held) {
        return switch (kind) {
            case VISIT -> withWhoGivesAccess(new HeldAccess(AccessRole.OPERATORS, null));
            case CHAT ->
                    withWhoGivesAccess(
                            new HeldAccess(AccessRole.OPERATORS, null),
                            new HeldAccess(AccessRole.OPERATORS_IN_CHAT, operators));
            case LETTER ->
                    held.has("content")
                            ? withWhoGivesAccess(
                                    new HeldAccess(recipient(held.path("content")), null))
                            : List.of();
            case ERASURE -> List.of();
        };
    }

    /** All that can be exported can be read by who may export it. */
    private static List<HeldAccess> withWhoGivesAccess(HeldAccess... others) {
        return Stream.concat(
                        Arrays.stream(others),
                        Stream.of(AccessRole.PRIVACY_OFFICERS, AccessRole.PROCESSOR_STAFF)
                                .map(role -> new HeldAccess(role, null)))
                .toList();
    }

    /** Only the copy of a transcript goes to an address that the visitor gave. */
    private static AccessRole recipient(JsonNode letter) {
        boolean isCopy =
                letter.path("type").asText().equals(TranscriptLetter.NAME)
                        && letter.path("copy").asBoolean();
        return isCopy ? AccessRole.VISITOR_MAILBOX : AccessRole.TEAM_MAILBOX;
    }

    /** The consent that a visit's view or a chat's form has, with the version of its text. */
    static Optional<ObjectNode> consent(JsonNode record) {
        JsonNode consent = record.path("consent");
        if (!consent.path("text").isTextual() || !consent.path("at").isTextual()) {
            return Optional.empty();
        }
        ObjectNode told = WireFormat.mapper().createObjectNode();
        told.set("at", consent.path("at"));
        told.set("text", consent.path("text"));
        return Optional.of(told.put("version", Digest.ofText(consent.path("text").asText()).hex()));
    }
}
