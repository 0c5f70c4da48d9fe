package org.lethe.contracts.schema;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.lethe.contracts.event.Digest;
import org.lethe.contracts.event.SealedBytes;
import org.lethe.contracts.event.SignedHead;
import org.lethe.contracts.event.SignedReceipt;
import org.lethe.contracts.frame.BearerToken;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ChatReceiptId;
import org.lethe.contracts.id.ClientMessageId;
import org.lethe.contracts.id.ErasureId;
import org.lethe.contracts.id.FileId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.id.ReceiptId;
import org.lethe.contracts.id.ReferenceNumber;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.personal.PersonalData;

/** What more can be said of types that are strings in JSON. */
final class Strings {

    private static final String SCOPE = "[0-6][0-9]-[0-9a-z]{4}-[0-9a-z]{26}$";
    private static final String COMPACT_JWS = "^[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+){2}$";
    private static final Map<Class<?>, String> PATTERNS =
            Map.ofEntries(
                    Map.entry(VisitId.class, "^v" + SCOPE),
                    Map.entry(ChatId.class, "^c" + SCOPE),
                    Map.entry(LetterId.class, "^l" + SCOPE),
                    Map.entry(ErasureId.class, "^e" + SCOPE),
                    Map.entry(ScopeId.class, "^[vcle]" + SCOPE),
                    Map.entry(AccountId.class, "^[a-z][a-z0-9-]{2,39}$"),
                    Map.entry(OperatorId.class, "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"),
                    Map.entry(FileId.class, "^f-[0-9a-z]{26}$"),
                    Map.entry(ReceiptId.class, "^r-[0-9a-z]{26}$"),
                    Map.entry(ChatReceiptId.class, "^r[0-6][0-9]-[0-9a-z]{26}$"),
                    Map.entry(
                            ReferenceNumber.class, "^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$"),
                    Map.entry(ClientMessageId.class, "^[A-Za-z0-9_-]{8,64}$"),
                    Map.entry(Digest.class, "^[0-9a-f]{64}$"),
                    Map.entry(SignedReceipt.class, COMPACT_JWS),
                    Map.entry(SignedHead.class, COMPACT_JWS));

    /** Types of the JDK that Jackson writes as strings. */
    private static final Map<Class<?>, String> FORMATS =
            Map.of(
                    Instant.class, "date-time",
                    Duration.class, "duration",
                    URI.class, "uri",
                    ZoneId.class, "time-zone");

    private Strings() {}

    static boolean isOfTheJdk(Class<?> type) {
        return type == String.class || FORMATS.containsKey(type);
    }

    static ObjectNode ofTheJdk(Class<?> type) {
        ObjectNode schema = node();
        String format = FORMATS.get(type);
        return format == null ? schema : schema.put("format", format);
    }

    static ObjectNode of(Class<?> type) {
        ObjectNode schema = node();
        String pattern = PATTERNS.get(type);
        if (pattern != null) {
            schema.put("pattern", pattern);
        }
        if (type == BearerToken.class) {
            schema.put("minLength", 1).put("maxLength", 8_192);
        }
        if (type == SealedBytes.class) {
            schema.put("contentEncoding", "base64");
        }
        if (PersonalData.class.isAssignableFrom(type)) {
            describePerson(type, schema);
        }
        return schema;
    }

    private static void describePerson(Class<?> type, ObjectNode schema) {
        try {
            schema.put("maxLength", type.getField("MAX_LENGTH").getInt(null));
        } catch (NoSuchFieldException bounded) {
            // Its form bounds it.
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
        schema.put("description", "Data of a person; never logged or kept in clear.")
                .put("x-personal-data", true);
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode().put("type", "string");
    }
}
