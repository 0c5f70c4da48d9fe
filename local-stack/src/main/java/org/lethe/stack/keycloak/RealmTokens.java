package org.lethe.stack.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Fetches tokens from the realm: of the demo people by password, which only the local realm
 * permits, and of the support staff's service account.
 */
public final class RealmTokens {

    /** The password of every demo person. */
    public static final String DEMO_PASSWORD = "lethe-demo";

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI realm;
    private final String staffSecret;

    public RealmTokens(URI realm, String staffSecret) {
        this.realm = realm;
        this.staffSecret = staffSecret;
    }

    /** The access token of a demo person, signed in at the console's client. */
    public String ofUser(String name) {
        return fetch(
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "lethe-console",
                        "username",
                        name,
                        "password",
                        DEMO_PASSWORD));
    }

    public String ofStaff() {
        return fetch(
                Map.of(
                        "grant_type", "client_credentials",
                        "client_id", "lethe-staff",
                        "client_secret", staffSecret));
    }

    private String fetch(Map<String, String> form) {
        var request =
                HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                        .timeout(LIMIT)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
                        .build();
        try {
            var answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode token = JSON.readTree(answer.body()).path("access_token");
            if (answer.statusCode() != 200 || !token.isTextual()) {
                throw new IllegalStateException("Keycloak answered " + answer.statusCode());
            }
            return token.textValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
