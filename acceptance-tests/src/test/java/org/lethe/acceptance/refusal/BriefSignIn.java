package org.lethe.acceptance.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.lethe.acceptance.client.Answer;
import org.lethe.acceptance.client.Gateway;
import org.lethe.acceptance.client.Pause;
import org.lethe.acceptance.journey.People;

/**
 * Signs in at a client of the local realm whose tokens live for seconds, so that a token of
 * Keycloak's own can be seen to work and then to expire.
 */
final class BriefSignIn {
    private static final String TOKENS = "/auth/realms/lethe/protocol/openid-connect/token";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Gateway gateway;

    BriefSignIn(Gateway gateway) {
        this.gateway = gateway;
    }

    /**
     * A token of an operator that was accepted a moment ago and has expired.
     *
     * @param path what the operator may read
     */
    String expired(String path) {
        String token = accepted(path);
        boolean refused = Pause.until(PATIENCE, () -> gateway.get(path, token).status() == 401);
        assertThat(refused).as("the token expires").isTrue();
        return token;
    }

    /** On a busy machine a token may have expired before it was tried. */
    private String accepted(String path) {
        for (int attempt = 0; attempt < 10; attempt++) {
            String token = token();
            if (gateway.get(path, token).status() == 200) {
                return token;
            }
        }
        throw new AssertionError("a fresh token of a short life is not accepted");
    }

    /** A token of an operator that is good for seconds. */
    String token() {
        String form =
                "grant_type=password&client_id=lethe-brief&username=%s&password=%s"
                        .formatted(
                                URLEncoder.encode(People.OPERATOR, StandardCharsets.UTF_8),
                                People.PASSWORD);
        Answer answer =
                gateway.with("Content-Type", "application/x-www-form-urlencoded")
                        .send("POST", TOKENS, null, BodyPublishers.ofString(form));
        return answer.expect(200).json().path("access_token").asText();
    }
}
