package org.lethe.gdpr.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.chat.Author;
import org.lethe.contracts.chat.LogEntry;
import org.lethe.contracts.event.Digest;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ClientMessageId;
import org.lethe.contracts.retention.Category;
import org.lethe.contracts.scope.Compartment;
import org.lethe.contracts.scope.Meta;
import org.lethe.contracts.scope.Slot.Place;
import org.lethe.contracts.scope.Slots;
import org.lethe.gdpr.subject.Ids;
import org.lethe.privacy.seal.DataKey;
import org.lethe.privacy.seal.ScopeCipher;

/** What is damaged in a scope is named, and hides nothing else of it. */
class ScopeContentsTest {

    private static final byte[] NO_SEAL = "canary".getBytes(StandardCharsets.UTF_8);

    private final ChatId chat = Ids.chat();
    private final ScopeCipher cipher =
            new ScopeCipher(chat, new DataKey(DataKey.random()), new DataKey(DataKey.random()));
    private final ScopeContents contents =
            new ScopeContents(
                    cipher,
                    new Meta(Map.of("created", "1000", "until", "9000")),
                    new Circumstances(Instant.EPOCH, Optional.of(Instant.ofEpochMilli(5000)), 2));

    @Test
    void opensWhatIsHeld() {
        contents.value(Slots.CHAT_FORM, sealed(Slots.CHAT_FORM.asJson().whole()));
        contents.log(Slots.CHAT_LOG, List.of(line(1)));
        contents.entries(Slots.CHAT_FILES, Map.of("f-1", note("f-1")));

        ObjectNode held = contents.json();
        held.remove("retention");
        ((ObjectNode) held.path("files").path(0)).remove("retention");
        assertThat(json(held.toString()))
                .isEqualTo(
                        json(
                                """
                                {"chat":"%s","since":"1970-01-01T00:00:01Z","form":{"held":true},
                                 "messages":[{"seq":1,"at":"1970-01-01T00:00:02Z","from":"visitor",
                                              "content":{"held":true}}],
                                 "files":[{"file":"f-1","content":{"held":true}}],
                                 "access":[{"role":"operators"},
                                           {"role":"operators-in-chat","number":2},
                                           {"role":"privacy-officers"},
                                           {"role":"processor-staff"}],
                                 "consents":[],"damaged":[]}\
                                """
                                        .formatted(chat.value())));
    }

    @Test
    void tellsOfTheChatAndOfEachFileWhenTheyGo() {
        contents.entries(Slots.CHAT_FILES, Map.of("f-1", note("f-1")));

        ObjectNode held = contents.json();

        JsonNode chats = held.path("retention");
        assertThat(chats.path("category").asText()).isEqualTo("chat");
        assertThat(chats.path("rule").asText()).isEqualTo(Category.CHAT.destroyed());
        assertThat(chats.path("due").asText()).isEqualTo("1970-01-01T00:00:05Z");
        assertThat(chats.path("latest").asText()).isEqualTo("1970-01-01T00:00:09Z");
        JsonNode files = held.path("files").path(0).path("retention");
        assertThat(files.path("category").asText()).isEqualTo("file");
        assertThat(files.path("due")).isEqualTo(chats.path("due"));
    }

    @Test
    void tellsTheConsentWithTheVersionOfItsText() {
        JsonNode form = json("{\"consent\":{\"text\":\"Yes\",\"at\":\"1970-01-01T00:00:01Z\"}}");
        contents.value(Slots.CHAT_FORM, cipher.seal(Slots.CHAT_FORM.asJson(), form));

        JsonNode consents = contents.json().path("consents");
        assertThat(consents)
                .isEqualTo(
                        json(
                                """
                                [{"at":"1970-01-01T00:00:01Z","text":"Yes","version":"%s"}]\
                                """
                                        .formatted(Digest.ofText("Yes").hex())));
    }

    @ParameterizedTest
    @CsvSource({
        "'', waiting",
        "attempts=1, waiting-again",
        "attempts=1 leaseUntil=1, being-sent",
        "attempts=1 leaseUntil=0, waiting-again",
        "attempts=2 unanswered=1 leaseUntil=1, perhaps-delivered"
    })
    void tellsWhereALetterStands(String state, String told) {
        var fields = new HashMap<String, String>(Map.of("kind", "transcript"));
        for (String field : state.isEmpty() ? new String[0] : state.split(" ", -1)) {
            fields.put(field.split("=", 2)[0], field.split("=", 2)[1]);
        }
        ScopeCipher letter = ExampleExport.cipher(Ids.letter());

        ObjectNode held = letter(letter, new Meta(fields)).json();

        assertThat(held.path("state").asText()).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"type\":\"transcript\",\"copy\":true}', visitor-mailbox",
        "'{\"type\":\"transcript\",\"copy\":false}', team-mailbox",
        "'{\"type\":\"offline-message\",\"copy\":true}', team-mailbox"
    })
    void tellsWhomALetterIsAddressedTo(String body, String role) {
        ScopeCipher letter = ExampleExport.cipher(Ids.letter());
        ScopeContents held = letter(letter, new Meta(Map.of("kind", "transcript")));
        held.value(Slots.LETTER_BODY, letter.seal(Slots.LETTER_BODY.asJson(), json(body)));

        assertThat(held.json().path("access").findValuesAsText("role"))
                .containsExactly(role, "privacy-officers", "processor-staff");
    }

    private static ScopeContents letter(ScopeCipher cipher, Meta meta) {
        return new ScopeContents(
                cipher, meta, new Circumstances(Instant.EPOCH, Optional.empty(), 0));
    }

    @Test
    void namesAMessageWhoseSealDoesNotOpenAndShowsTheOthers() {
        contents.log(Slots.CHAT_LOG, List.of(line(1), line(2, NO_SEAL), line(3)));

        assertThat(contents.json().path("messages").findValuesAsText("seq"))
                .containsExactly("1", "3");
        assertThat(damaged()).isEqualTo(json("[{\"slot\":\"messages\",\"entry\":\"2\"}]"));
    }

    @Test
    void namesALineThatIsNoMessageByItsPlace() {
        contents.log(Slots.CHAT_LOG, List.of(NO_SEAL, line(2)));

        assertThat(contents.json().path("messages").findValuesAsText("seq")).containsExactly("2");
        assertThat(damaged()).isEqualTo(json("[{\"slot\":\"messages\",\"entry\":\"1\"}]"));
    }

    @Test
    void namesAMessageThatWasMovedToAnothersPlace() {
        var moved =
                new LogEntry(
                        1,
                        Instant.EPOCH,
                        Author.VISITOR,
                        new ClientMessageId("message-2"),
                        sealed(Slots.CHAT_LOG.asJson().entry("v:message-1")));

        contents.log(Slots.CHAT_LOG, List.of(moved.bytes()));

        assertThat(damaged()).isEqualTo(json("[{\"slot\":\"messages\",\"entry\":\"1\"}]"));
    }

    @Test
    void namesAFileWhoseNoteDoesNotOpen() {
        var notes = new LinkedHashMap<String, byte[]>();
        notes.put("f-1", NO_SEAL);
        notes.put("f-2", note("f-2"));

        contents.entries(Slots.CHAT_FILES, notes);

        assertThat(contents.json().path("files").findValuesAsText("file")).containsExactly("f-2");
        assertThat(damaged()).isEqualTo(json("[{\"slot\":\"files\",\"entry\":\"f-1\"}]"));
    }

    @Test
    void namesAValueByItsSlotAlone() {
        contents.value(Slots.CHAT_FORM, NO_SEAL);
        contents.field(Slots.CHAT_OPERATOR_NAME, "no base64");
        contents.field(Slots.CHAT_OPERATOR_NAME, Base64.getEncoder().encodeToString(NO_SEAL));

        assertThat(damaged())
                .isEqualTo(
                        json(
                                """
                                [{"slot":"form"},{"slot":"operatorName"},{"slot":"operatorName"}]\
                                """));
        assertThat(contents.json().has("form")).isFalse();
    }

    @Test
    void doesNotTakeADestroyedCompartmentForDamage() {
        byte[] address = sealed(Slots.CHAT_ADDRESS.asJson().whole());
        cipher.forget(Compartment.ADDRESS);

        contents.value(Slots.CHAT_ADDRESS, address);

        assertThat(contents.json().has("address")).isFalse();
        assertThat(damaged()).isEmpty();
    }

    private JsonNode damaged() {
        return contents.json().path("damaged");
    }

    private byte[] line(int seq) {
        return line(seq, sealed(Slots.CHAT_LOG.asJson().entry("v:message-" + seq)));
    }

    private static byte[] line(int seq, byte[] sealed) {
        return new LogEntry(
                        seq,
                        Instant.EPOCH.plusSeconds(seq + 1L),
                        Author.VISITOR,
                        new ClientMessageId("message-" + seq),
                        sealed)
                .bytes();
    }

    private byte[] note(String file) {
        return sealed(Slots.CHAT_FILES.asJson().entry(file));
    }

    private byte[] sealed(Place<JsonNode> place) {
        return cipher.seal(place, JsonNodeFactory.instance.objectNode().put("held", true));
    }

    private static JsonNode json(String text) {
        try {
            return WireFormat.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
