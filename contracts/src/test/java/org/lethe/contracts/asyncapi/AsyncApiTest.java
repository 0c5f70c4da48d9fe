package org.lethe.contracts.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lethe.contracts.event.EventType;
import org.lethe.contracts.topic.Topic;

/** {@code -Dgolden.write=true} writes the document anew, for a change that is meant. */
class AsyncApiTest {

    private static final Path FILE = Path.of("../docs/api/asyncapi.yaml");
    private static final YAMLMapper YAML =
            YAMLMapper.builder()
                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                    .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .disable(YAMLGenerator.Feature.SPLIT_LINES)
                    .build();

    private final JsonNode document = AsyncApiDocument.create();

    @Test
    void isWhatTheRecordsSay() throws IOException {
        String yaml =
                "# Written from the records by AsyncApiTest; change those.\n"
                        + YAML.writeValueAsString(document);
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, yaml);
        }

        assertThat(Files.readString(FILE)).isEqualTo(yaml);
        assertThat(YAML.readTree(Files.readString(FILE))).isEqualTo(document);
    }

    @ParameterizedTest
    @EnumSource
    void describesEachTopic(Topic topic) {
        assertThat(document.path("channels").findValuesAsText("address"))
                .contains(topic.topicName());
    }

    @ParameterizedTest
    @EnumSource
    void describesEachEvent(EventType type) {
        assertThat(document.path("components").path("messages").has(type.type())).isTrue();
    }

    @Test
    void describesTheFourSockets() {
        assertThat(document.path("channels").findValuesAsText("address"))
                .contains(
                        "/v1/visits/{visit}/socket",
                        "/v1/visitors/socket",
                        "/v1/chats/{chat}/socket",
                        "/v1/desk/socket");
    }

    @Test
    void refersOnlyToWhatIsThere() {
        for (JsonNode reference : document.findValues("$ref")) {
            assertThat(document.at(reference.asText().substring(1)).isMissingNode())
                    .as(reference.asText())
                    .isFalse();
        }
    }
}
