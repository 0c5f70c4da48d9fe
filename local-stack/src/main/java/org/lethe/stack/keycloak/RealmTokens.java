package org.lethe.stack.keycloak;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.Map;
import org.lethe.stack.process.Http;
import org.lethe.stack.process.PartFailure;

/**
 * Fetches tokens from the realm: of the demo people by password, which only the local realm
 * permits, and of the service accounts of programs.
 */
public final class RealmTokens {

    /** The password of every demo person. */
    public static final String DEMO_PASSWORD = "lethe-demo";

    /** The client of a program that is acme's privacy officer; its secret is the password, too. */
    public static final String PROGRAM = "acme-privacy";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI realm;
    private final String staffSecret;

    public RealmTokens(URI realm, String staffSecret) {
        this.realm = realm;
        this.staffSecret = staffSecret;
    }

    /** The access token of a demo person, signed in at the console's client. */
    public String ofUser(String name) {
        return fetch(ofPerson(name));
    }

    /** The same for all accounts that the person is of; without that scope there would be none. */
    public String ofAllAccounts(String name) {
        var form = new HashMap<>(ofPerson(name));
        form.put("scope", "organization:*");
        return fetch(form);
    }

    /** The access token of the program that is the privacy officer of one demo account. */
    public String ofProgram() {
        return fetch(ofClient(PROGRAM, DEMO_PASSWORD));
    }

    public String ofStaff() {
        return fetch(ofClient("lethe-staff", staffSecret));
    }

    private static Map<String, String> ofPerson(String name) {
        return Map.of(
                "grant_type",
                "password",
                "client_id",
                "lethe-console",
                "username",
                name,
                "password",
                DEMO_PASSWORD);
    }

    private static Map<String, String> ofClient(String client, String secret) {
        return Map.of(
                "grant_type", "client_credentials",
                "client_id", client,
                "client_secret", secret);
    }

    private String fetch(Map<String, String> form) {
        var request =
                HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(Http.form(form)));
        var answer = Http.send("keycloak", Http.PLAIN, request);
        if (answer.statusCode() != 200) {
            throw new PartFailure("keycloak", "gave no token but " + answer.statusCode());
        }
        try {
            return JSON.readTree(answer.body()).required("access_token").textValue();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
