package org.lethe.gdpr.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.chat.Author;
import org.lethe.contracts.chat.LogEntry;
import org.lethe.contracts.id.ClientMessageId;
import org.lethe.contracts.id.FileId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.scope.Meta;
import org.lethe.contracts.scope.Slots;
import org.lethe.gdpr.subject.Ids;
import org.lethe.privacy.seal.DataKey;
import org.lethe.privacy.seal.ScopeCipher;

/** An export of what the other services seal, which are the golden files of contracts. */
public final class ExampleExport {

    public static final Instant AT = Instant.parse("2026-03-01T10:15:30Z");

    private static final Meta META =
            new Meta(
                    Map.of(
                            "created", millis(AT.minus(Duration.ofMinutes(20))),
                            "until", millis(AT.plus(Duration.ofHours(12)))));
    private static final Circumstances AROUND =
            new Circumstances(AT, Optional.of(AT.plus(Duration.ofMinutes(40))), 2);

    private ExampleExport() {}

    /** A visit, a chat with a message and this file, and a letter of each kind. */
    public static ObjectNode of(ScopeCipher chat, FileId file) {
        ObjectNode held = WireFormat.mapper().createObjectNode();
        held.put("$schema", "https://chat.lethe.example" + ExportSchemaResource.PATH);
        held.put("account", Ids.ACME.value()).put("at", AT.toString());
        held.putArray("visits").add(visit());
        held.putArray("chats").add(chat(chat, file));
        ArrayNode letters = held.putArray("letters");
        List.of("transcript", "offline-message", "lost-notice", "lost-chats-notice")
                .forEach(kind -> letters.add(letter(kind)));
        return held;
    }

    public static ObjectNode of() {
        return of(cipher(Ids.chat()), FileId.mint(new SecureRandom()));
    }

    public static ScopeCipher cipher(ScopeId scope) {
        return new ScopeCipher(scope, new DataKey(DataKey.random()), new DataKey(DataKey.random()));
    }

    private static ObjectNode visit() {
        ScopeCipher cipher = cipher(Ids.visit());
        var contents = new ScopeContents(cipher, META, AROUND);
        contents.value(
                Slots.VISIT_VIEW, cipher.seal(Slots.VISIT_VIEW.asJson(), sealed("visit-view")));
        contents.value(
                Slots.VISIT_ADDRESS,
                cipher.seal(Slots.VISIT_ADDRESS.asJson(), sealed("visit-addr")));
        return contents.json();
    }

    private static ObjectNode chat(ScopeCipher cipher, FileId file) {
        var contents = new ScopeContents(cipher, META, AROUND);
        contents.value(Slots.CHAT_FORM, cipher.seal(Slots.CHAT_FORM.asJson(), sealed("chat-form")));
        contents.value(
                Slots.CHAT_ADDRESS, cipher.seal(Slots.CHAT_ADDRESS.asJson(), sealed("chat-addr")));
        contents.field(
                Slots.CHAT_OPERATOR_NAME,
                Base64.getEncoder()
                        .encodeToString(
                                cipher.seal(
                                        Slots.CHAT_OPERATOR_NAME.asJson(),
                                        sealed("chat-operatorName"))));
        byte[] damaged = "canary".getBytes(StandardCharsets.UTF_8);
        contents.log(Slots.CHAT_LOG, List.of(line(cipher, 1), damaged));
        contents.entries(
                Slots.CHAT_FILES,
                Map.of(
                        file.value(),
                        cipher.seal(
                                Slots.CHAT_FILES.asJson().entry(file.value()),
                                sealed("chat-files"))));
        return contents.json();
    }

    private static byte[] line(ScopeCipher cipher, int seq) {
        var id = new ClientMessageId("message-" + seq);
        String place = LogEntry.place(Author.VISITOR, id);
        byte[] sealed = cipher.seal(Slots.CHAT_LOG.asJson().entry(place), sealed("chat-log"));
        return new LogEntry(seq, AT.minusSeconds(60), Author.VISITOR, id, sealed).bytes();
    }

    private static ObjectNode letter(String kind) {
        ScopeCipher cipher = cipher(Ids.letter());
        String sent = kind.startsWith("lost") ? "lost-notice" : kind;
        var meta = new Meta(Map.of("created", millis(AT), "kind", sent, "attempts", "1"));
        var contents = new ScopeContents(cipher, meta, AROUND);
        contents.value(
                Slots.LETTER_BODY,
                cipher.seal(Slots.LETTER_BODY.asJson(), golden("letters/" + kind)));
        return contents.json();
    }

    private static JsonNode sealed(String slot) {
        return golden("sealed/" + slot);
    }

    /** A golden file of contracts. */
    public static JsonNode golden(String name) {
        try (InputStream in =
                ExampleExport.class.getResourceAsStream("/golden/" + name + ".json")) {
            if (in == null) {
                throw new IllegalStateException("no " + name);
            }
            return WireFormat.mapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String millis(Instant at) {
        return String.valueOf(at.toEpochMilli());
    }
}
