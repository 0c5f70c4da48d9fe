package org.lethe.acceptance.refusal;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.lethe.acceptance.client.Gateway;
import org.lethe.acceptance.client.Json;
import org.lethe.stack.StackState;
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
        for (ServiceKind service : ServiceKind.values()) {
            int port = Objects.requireNonNull(suite.ports().get(service.port().code()));
            Gateway direct =
                    new Gateway(URI.create("http://127.0.0.1:" + port))
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
     * The path with these ids in the places of its parameters; a parameter without an id gets a
     * made-up one.
     */
    String with(Map<String, String> ids) {
        String filled = path;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            filled = filled.replace("{" + id.getKey() + "}", id.getValue());
        }
        return filled.replaceAll("\\{[^}]+}", "r-00000000000000000000000000");
    }

    @Override
    public String toString() {
        return method + " " + path + " (" + service + ")";
    }
}
