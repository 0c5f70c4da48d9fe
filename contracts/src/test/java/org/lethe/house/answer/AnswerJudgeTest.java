package org.lethe.house.answer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerJudgeTest {

    private static final String DOCUMENT =
            """
            paths:
              /v1/visits/{visit}:
                get:
                  security: [{visitor: []}]
                  responses:
                    "200":
                      content:
                        application/json:
                          schema: {$ref: "#/components/schemas/Visit"}
                    "204": {description: Nothing}
                    "206": {content: {"*/*": {schema: {type: string, format: binary}}}}
                    "404": {$ref: "#/components/responses/Problem404"}
              /v1/status:
                head:
                  security: []
                  responses: {"200": {description: In the headers}}
            components:
              responses:
                Problem404:
                  content:
                    application/problem+json:
                      schema:
                        allOf:
                        - $ref: "#/components/schemas/Problem"
                        - properties: {code: {enum: [not-found]}, error: {type: string}}
              schemas:
                Id: {type: string, pattern: "^v-[0-9]+$"}
                Problem:
                  type: object
                  required: [code]
                  properties: {code: {type: string}}
                Page:
                  type: object
                  properties: {seen: {type: string, format: date-time}}
                Visit:
                  type: object
                  required: [id]
                  properties:
                    id: {$ref: "#/components/schemas/Id"}
                    count: {type: integer, format: int32}
                    zone: {type: string, format: time-zone}
                    pages: {type: array, items: {$ref: "#/components/schemas/Page"}}
            """;

    private final AnswerJudge judge = new AnswerJudge(operations());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | application/json | {\"id\":\"v-1\",\"count\":3,\"zone\":\"Europe/Berlin\"}",
                "200 | application/json;charset=UTF-8 |"
                        + " {\"id\":\"v-1\",\"pages\":[{\"seen\":\"2026-01-01T10:00:00Z\"}]}",
                "204 | '' | ''",
                "206 | image/png | no JSON",
                "404 | application/problem+json | {\"code\":\"not-found\",\"error\":\"why\"}"
            })
    void takesWhatIsDocumented(int status, String type, String body) {
        assertThatCode(() -> visit(status, type, body)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "201 | application/json | {\"id\":\"v-1\"} | documents no status 201",
                "200 | text/plain | v-1 | the content type 'text/plain'",
                "200 | application/json | '' | has no body",
                "204 | application/json | {} | has a body that is not documented",
                "200 | application/json | { | no JSON",
                "200 | application/json | {} | # Instance does not have required property",
                "200 | application/json | {\"id\":\"x\"} | #/id String does not match pattern",
                "200 | application/json | {\"id\":\"v-1\",\"more\":1} | #/more",
                "200 | application/json | {\"id\":\"v-1\",\"count\":3000000000} | #/count is no int32",
                "200 | application/json | {\"id\":\"v-1\",\"zone\":\"Berlin\"} | #/zone is no time-zone",
                "200 | application/json | {\"id\":\"v-1\",\"pages\":[{\"seen\":\"now\"}]}"
                        + " | #/pages/0/seen String does not match format",
                "404 | application/problem+json | {\"code\":\"internal\"} | #/code",
                "404 | application/problem+json | {\"code\":\"not-found\",\"stack\":\"x\"} | #/stack"
            })
    void saysWhereWhatIsNotDocumented(int status, String type, String body, String said) {
        assertThatThrownBy(() -> visit(status, type, body))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("GET /v1/visits/{visit}")
                .hasMessageContaining(said);
    }

    @Test
    void knowsWhichOperationsHaveNotSucceeded() {
        visit(404, "application/problem+json", "{\"code\":\"not-found\"}");
        assertThat(judge.judge(new Answer("HEAD", "/v1/status", 200, "text/css", new byte[0])))
                .isTrue();
        assertThat(judge.withoutSuccess()).hasToString("[GET /v1/visits/{visit}]");

        visit(204, "", "");
        assertThat(judge.withoutSuccess()).isEmpty();

        judge.forget();
        assertThat(judge.withoutSuccess()).hasSize(2);
    }

    @Test
    void leavesWhatNoDocumentHas() {
        assertThat(judge.judge(new Answer("POST", "/v1/status", 200, "", new byte[0]))).isFalse();
        assertThat(judge.judge(new Answer("GET", "/v1/visits/v/more", 200, "", new byte[0])))
                .isFalse();
    }

    private void visit(int status, String type, String body) {
        judge.judge(new Answer("GET", "/v1/visits/v-1", status, type, body.getBytes(UTF_8)));
    }

    private static List<Operation> operations() {
        try {
            return ApiDocument.of(DOCUMENT).operations();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
