package org.lethe.runtime.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.error.ErrorCode;

class ProblemResponsesTest {

    @Test
    void putsAnotherProtocolsErrorIntoAMemberOfItsOwn() {
        JsonNode problem = json(new Refusal(ErrorCode.MALFORMED, new Wrong(List.of("visits"))));

        assertThat(problem.path("code").asText()).isEqualTo("malformed");
        assertThat(problem.at("/error/names/0").asText()).isEqualTo("visits");
    }

    @Test
    void putsWhatACallerNeedsBesideTheCode() {
        JsonNode problem = json(Refusal.with(ErrorCode.CONFLICT, new Wrong(List.of("visits"))));

        assertThat(problem.path("code").asText()).isEqualTo("conflict");
        assertThat(problem.at("/names/0").asText()).isEqualTo("visits");
        assertThat(problem.has("error")).isFalse();
        assertThat(problem.has("members")).isFalse();
    }

    @Test
    void tellsTheCodeAloneWhereThereIsNothingMore() {
        assertThat(json(new Refusal(ErrorCode.CONFLICT)).properties()).hasSize(5);
    }

    private static JsonNode json(Refusal refusal) {
        try (Response response = ProblemResponses.of(refusal)) {
            return WireFormat.mapper().valueToTree(response.getEntity());
        }
    }

    private record Wrong(List<String> names) {}
}
