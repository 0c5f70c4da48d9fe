package org.lethe.gdpr.it;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.lethe.gdpr.it.Subjects.Subject;
import org.lethe.stack.fixture.TestTokens;

/** OpenDSR from the controller's side. */
final class OpenDsr {

    static final String PETRA = "petra@acme.example";
    static final String PAUL = "paul@globex.example";

    private OpenDsr() {}

    static String newId() {
        return UUID.randomUUID().toString();
    }

    static Response submit(String officer, String body) {
        return given().auth()
                .oauth2(TestTokens.of(officer))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/requests");
    }

    static Response status(String officer, String id) {
        return given().auth().oauth2(TestTokens.of(officer)).get("/requests/" + id);
    }

    static String request(String id, String type, Subject subject, String... callbacks) {
        return """
        {"regulation":"gdpr","subject_request_id":"%s","subject_request_type":"%s",
         "submitted_time":"2026-01-02T03:04:05Z","subject_identities":[],
         "status_callback_urls":[%s],
         "extensions":{"lethe.example":{"visits":["%s"]}}}\
        """
                .formatted(
                        id,
                        type,
                        String.join(
                                ",",
                                List.of(callbacks).stream().map(url -> '"' + url + '"').toList()),
                        subject.visit().value());
    }

    /**
     * A request about whom these name.
     *
     * @param identities in JSON
     * @param extension the members of ours in JSON
     */
    static String named(String id, String type, String identities, String extension) {
        return """
        {"regulation":"gdpr","subject_request_id":"%s","subject_request_type":"%s",
         "submitted_time":"2026-01-02T03:04:05Z","subject_identities":[%s],
         "extensions":{"lethe.example":{%s}}}\
        """
                .formatted(id, type, identities, extension);
    }

    static String identity(String type, String value) {
        return """
        {"identity_type":"%s","identity_value":"%s","identity_format":"raw"}\
        """
                .formatted(type, value);
    }
}
