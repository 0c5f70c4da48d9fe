package org.lethe.acceptance.refusal;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lethe.acceptance.client.Answer;
import org.lethe.acceptance.client.Gateway;
import org.lethe.acceptance.client.Json;
import org.lethe.acceptance.client.Trust;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.stack.layout.StackState;
import org.lethe.stack.service.ServiceKind;

/**
 * One operation of a service's OpenAPI document.
 *
 * @param secured whether the document asks for a token
 * @param takesJson whether the document describes a JSON body
 */
record Endpoint(String service, String method, String path, boolean secured, boolean takesJson) {

    /** All operations of all services. */
    static List<Endpoint> all(StackState suite) {
        List<Endpoint> endpoints = new ArrayList<>();
        // The mail dispatch has no endpoint, so no document.
        for (ServiceKind service : EnumSet.complementOf(EnumSet.of(ServiceKind.MAIL))) {
            int port = Objects.requireNonNull(suite.ports().get(service.port().code()));
            Gateway direct =
                    new Gateway(URI.create("http://127.0.0.1:" + port), Trust.COMMON)
                            .with("Accept", "application/json");
            JsonNode document =
                    Json.parse(direct.get("/q/openapi?format=json", null).expect(200).text());
            boolean secured = document.path("security").size() > 0;
            document.path("paths")
                    .properties()
                    .forEach(path ->
                            path.getValue()
                                    .properties()
                                    .forEach(operation -> {
                                        if (operation.getValue().isObject()
                                                && operation.getValue().has("responses")) {
                                            endpoints.add(
                                                    of(service, path.getKey(), operation, secured));
                                        }
                                    }));
        }
        return endpoints;
    }

    private static Endpoint of(
            ServiceKind service,
            String path,
            Map.Entry<String, JsonNode> operation,
            boolean securedByDefault) {
        JsonNode details = operation.getValue();
        boolean secured =
                details.has("security") ? details.path("security").size() > 0 : securedByDefault;
        return new Endpoint(
                service.module(),
                operation.getKey().toUpperCase(Locale.ROOT),
                path,
                secured,
                details.path("requestBody").path("content").has("application/json"));
    }

    boolean namesAThing() {
        return path.contains("{");
    }

    /**
     * The path with these ids in the places of its parameters. A parameter without an id would be
     * tested with nothing that exists, so it is an error.
     */
    String with(Map<String, String> ids) {
        String filled = path;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            filled = filled.replace("{" + id.getKey() + "}", id.getValue());
        }
        if (filled.contains("{")) {
            throw new IllegalStateException("the test has no id for " + filled);
        }
        return filled;
    }

    /**
     * Calls it.
     *
     * @param token none for a call without a token
     */
    Answer call(Gateway gateway, Map<String, String> ids, @Nullable String token, String body) {
        return call(gateway, ids, token, BodyPublishers.ofString(body));
    }

    Answer call(
            Gateway gateway, Map<String, String> ids, @Nullable String token, BodyPublisher body) {
        boolean bodiless = Set.of("GET", "HEAD", "DELETE").contains(method);
        return gateway.with("Content-Type", "application/json")
                .send(method, with(ids), token, bodiless ? BodyPublishers.noBody() : body);
    }

    /** The catalogue's code in an answer of this endpoint, or in its place: HEAD has no body. */
    String code(Answer answer) {
        if (method.equals("HEAD")) {
            return "status " + answer.status();
        }
        return answer.problemCode().isEmpty() ? openDsrCode(answer) : answer.problemCode();
    }

    /** How {@link #code} tells of a refusal. */
    String refusal(ErrorCode code) {
        return method.equals("HEAD") ? "status " + code.httpStatus() : code.code();
    }

    /** OpenDSR prescribes a form of its own for errors. */
    private static String openDsrCode(Answer answer) {
        boolean json = answer.headers().firstValue("Content-Type").orElse("").contains("json");
        return json
                ? answer.json().path("error").path("errors").path(0).path("reason").asText()
                : "";
    }

    @Override
    public String toString() {
        return method + " " + path + " (" + service + ")";
    }
}
