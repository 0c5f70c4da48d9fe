package org.lethe.acceptance.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.stack.gateway.Target;

/** What the documents promise is reached at the local gateway and in a cluster alike. */
class RoutesTest {

    private static final Pattern OPERATION = Pattern.compile("(?m)^  (/\\S+):$");
    private static final Pattern SOCKET = Pattern.compile("(?m)^    address: \"?(/[^\"\\s]+)\"?$");

    private final List<Manifest> routes =
            Manifest.below(Manifest.root().resolve("k8s/base/gateway")).stream()
                    .filter(manifest -> manifest.is("HTTPRoute"))
                    .toList();

    @ParameterizedTest
    @ValueSource(strings = {"chat", "presence", "file-relay", "gdpr"})
    void leadEachOperationToItsService(String service) {
        assertThat(paths("openapi-" + service, OPERATION))
                .isNotEmpty()
                .allSatisfy(path -> {
                    assertThat(backends(path)).containsExactly("lethe-" + service + "-service");
                    assertThat(service).startsWith(target(path));
                });
    }

    @Test
    void leadEachSocketToOneService() {
        assertThat(paths("asyncapi", SOCKET))
                .isNotEmpty()
                .allSatisfy(path ->
                        assertThat(backends(path))
                                .singleElement()
                                .satisfies(service ->
                                        assertThat(service).startsWith("lethe-" + target(path))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/console/", "/widget/lethe.js", "/docs/openapi-chat.yaml"})
    void leadToTheFrontEnds(String path) {
        assertThat(backends(path)).containsExactly("lethe-front-ends");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health/ready", "/q/metrics", "/q/openapi", "/auth/admin/realms"})
    void leadNowhereInside(String path) {
        assertThat(backends(path)).isEmpty();
        assertThat(Target.of(path)).isEmpty();
    }

    private static String target(String path) {
        return Target.of(path).orElseThrow().name().toLowerCase(Locale.ROOT);
    }

    private List<String> backends(String path) {
        var names = new ArrayList<String>();
        for (Manifest route : routes) {
            for (JsonNode rule : route.at("/spec/rules")) {
                for (JsonNode match : rule.path("matches")) {
                    if (matches(match.path("path"), path)) {
                        names.add(rule.at("/backendRefs/0/name").asText());
                    }
                }
            }
        }
        return names;
    }

    private static boolean matches(JsonNode match, String path) {
        String value = match.path("value").asText();
        return switch (match.path("type").asText()) {
            case "Exact" -> path.equals(value);
            case "PathPrefix" -> path.equals(value) || path.startsWith(value + "/");
            case "RegularExpression" -> path.matches(value);
            default -> throw new IllegalStateException("an unknown kind of match");
        };
    }

    /** The paths of a document, with something in place of each variable. */
    private static List<String> paths(String document, Pattern form) {
        try {
            String text =
                    Files.readString(Manifest.root().resolve("docs/api/" + document + ".yaml"));
            return form.matcher(text)
                    .results()
                    .map(found -> found.group(1).replaceAll("\\{\\w+}", "some-id"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
