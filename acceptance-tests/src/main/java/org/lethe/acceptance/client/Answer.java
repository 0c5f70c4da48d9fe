package org.lethe.acceptance.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;

/** An HTTP answer as the client got it. */
public record Answer(int status, HttpHeaders headers, byte[] body) {

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        return Json.parse(text());
    }

    /** The stable code of a problem answer; empty when the body is none. */
    public String problemCode() {
        boolean problem =
                headers.firstValue("Content-Type")
                        .orElse("")
                        .startsWith("application/problem+json");
        return problem ? json().path("code").asText() : "";
    }

    /**
     * @throws UnexpectedAnswer when the status is another one
     */
    public Answer expect(int expected) {
        if (status != expected) {
            throw new UnexpectedAnswer(
                    "expected status " + expected + ", got " + status + " " + problemCode());
        }
        return this;
    }
}
