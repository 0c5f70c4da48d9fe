package org.lethe.gdpr.opendsr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.gdpr.opendsr.TestProcessor.Answer;

/** The specification, row by row: discovery, and requests that are taken or refused. */
class OpenDsrTest extends OpenDsrRows {

    @Test
    void discoveryTellsWhatIsSupported() {
        Answer answer = processor.discover();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("api_version").asText()).isEqualTo("2.0");
        assertThat(texts(answer.json().path("supported_subject_request_types")))
                .containsExactlyInAnyOrder("access", "portability", "erasure");
        assertThat(answer.json().path("supported_identities").isArray()).isTrue();
        assertThat(answer.json().path("supported_identities"))
                .allSatisfy(identity ->
                        assertThat(names(identity)).contains("identity_type", "identity_format"));
        assertThat(answer.json().path("processor_certificate").asText())
                .isEqualTo("https://chat.lethe.example/.well-known/opendsr-certificate.pem");
    }

    @Test
    void takesTheExampleWithoutRegulation() {
        String body = request("erasure", "");

        Answer answer = processor.submit(body);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(names(answer.json()))
                .containsExactlyInAnyOrder(
                        "controller_id",
                        "expected_completion_time",
                        "received_time",
                        "encoded_request",
                        "subject_request_id");
        assertThat(answer.json().path("controller_id").asText()).isEqualTo("acme");
        assertThat(answer.json().path("subject_request_id").asText()).isEqualTo(ID);
        assertThat(answer.json().path("received_time").asText())
                .isEqualTo(TestProcessor.NOW.toString());
        assertThat(Base64.getDecoder().decode(answer.json().path("encoded_request").asText()))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"regulation\":\"gdpr\",",
                "\"regulation\":\"ccpa\",",
                "\"api_version\":\"2.0\",",
                "\"api_version\":\"2.0.1\",",
                "\"status_callback_urls\":[],",
                "\"status_callback_urls\":[\"https://privacy.acme.example/opendsr?one=1\"],",
                "\"subject_identities\":[],"
            })
    void takesWhatTheSpecificationAllows(String member) {
        assertThat(processor.submit(request("access", member)).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"access", "portability", "erasure"})
    void takesEachType(String type) {
        assertThat(processor.submit(request(type, "")).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2018-10-02T15:00:00Z",
                "2018-10-02T15:00:00.123Z",
                "2018-10-02T15:00:00+02:00",
                "2999-01-01T00:00:00Z"
            })
    void takesATimeOfWhateverClock(String time) {
        String body = request("access", "").replace("2018-10-02T15:00:00Z", time);

        assertThat(processor.submit(body).status()).isEqualTo(201);
    }

    @Test
    void leavesTheExtensionsOfOthersToThem() {
        String others = "\"another.example\":{\"visits\":5,\"id\":123456},\"third.example\":[1],";
        String body =
                request("access", "").replace("\"lethe.example\"", others + "\"lethe.example\"");

        assertThat(processor.submit(body).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "invalid_regulation      | regulation            | \"pipeda\"",
                "unsupported_version     | api_version           | \"1.0\"",
                "unsupported_version     | api_version           | \"2.x\"",
                "invalid_request_id      | subject_request_id    | \"1\"",
                "invalid_request_id      | subject_request_id    | \"A7551968-D5D6-44B2-9831-815AC9017798\"",
                "invalid_request_id      | subject_request_id    | \"a7551968-d5d6-14b2-9831-815ac9017798\"",
                "invalid_request_id      | subject_request_id    | null",
                "invalid_request_type    | subject_request_type  | \"deletion\"",
                "invalid_request_type    | subject_request_type  | null",
                "invalid_submitted_time  | submitted_time        | \"yesterday\"",
                "invalid_submitted_time  | submitted_time        | null",
                "no_subject              | extensions            | {}",
                "no_subject              | extensions            | null",
                "unknown_selector        | extensions            | {\"lethe.example\":{\"phones\":[\"1\"]}}",
                "invalid_selector        | extensions            | {\"lethe.example\":{\"visits\":[\"1\"]}}",
                "invalid_selector        | extensions            | {\"lethe.example\":{\"visits\":{\"a\":1}}}",
                "unreadable              | extensions            | []",
                "unregistered_callback   | status_callback_urls  | [\"https://elsewhere.example/\"]",
                "unregistered_callback   | status_callback_urls  | [\"http://privacy.acme.example/\"]",
                "too_many_callbacks      | status_callback_urls  | [\"https://privacy.acme.example/1\",\"https://privacy.acme.example/2\",\"https://privacy.acme.example/3\",\"https://privacy.acme.example/4\",\"https://privacy.acme.example/5\",\"https://privacy.acme.example/6\"]",
                "unknown_field           | subject_identites     | []",
                "unknown_field           | processor_signature   | \"x\""
            })
    void refusesWithTheReason(String reason, String member, String value) {
        Answer answer = processor.submit(with(member, value));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.reasons()).contains(reason);
        JsonNode error = answer.json().path("error");
        assertThat(names(error)).contains("code", "message", "errors");
        assertThat(error.path("code").asInt()).isEqualTo(400);
        assertThat(error.path("errors"))
                .isNotEmpty()
                .allSatisfy(each -> {
                    assertThat(names(each)).contains("domain", "reason", "message");
                    assertThat(each.path("domain").asText()).isEqualTo("lethe.example");
                });
        assertThat(processor.status(ID).status()).as("nothing is kept of it").isEqualTo(404);
    }

    @Test
    void namesTheFieldsThatItDoesNotKnowAndQuotesNothing() {
        String members = "\"subject_identites\":[\"canary\"],\"canary@visitor.example\":1,";

        Answer answer = processor.submit(request("erasure", members));

        assertThat(answer.text()).doesNotContain("canary");
        assertThat(texts(answer.json().at("/error/errors/0/fields")))
                .containsExactlyInAnyOrder("?", "subject_identites");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"canary\"", "1"})
    void refusesWhatIsNoRequest(String body) {
        Answer answer = processor.submit(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.reasons()).containsExactly("unreadable");
        assertThat(answer.text()).doesNotContain("canary");
    }

    @Test
    void refusesAnotherRequestUnderTheSameId() {
        processor.submit(request("access", ""));

        assertThat(processor.submit(request("access", "")).status()).isEqualTo(201);
        assertThat(processor.submit(request("erasure", "")).status()).isEqualTo(409);
    }

    /** The example with another value of a member, or one more. */
    private String with(String member, String value) {
        var body = (ObjectNode) json(request("erasure", ""));
        body.set(member, json(value));
        return body.toString();
    }
}
