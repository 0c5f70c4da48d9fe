package org.lethe.acceptance.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;

/** What every pod must be: restricted, probed, limited, and without a secret in its manifest. */
final class PodRules {

    private static final Pattern SECRET =
            Pattern.compile("(PASSWORD|SECRET|TOKEN|KEY|CREDENTIALS|JAAS_CONFIG)$");

    private PodRules() {}

    static void check(Manifest manifest) {
        JsonNode pod = manifest.podSpec();
        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).as("%s", manifest).isTrue();
        assertThat(pod.at("/securityContext/seccompProfile/type").asText())
                .as("%s", manifest)
                .isEqualTo("RuntimeDefault");
        assertThat(pod.path("automountServiceAccountToken").asBoolean(true))
                .as("%s gets no token", manifest)
                .isFalse();
        for (String forbidden : List.of("hostNetwork", "hostPID", "hostIPC")) {
            assertThat(pod.has(forbidden)).as("%s %s", manifest, forbidden).isFalse();
        }
        pod.path("volumes")
                .forEach(volume ->
                        assertThat(volume.has("hostPath"))
                                .as("%s mounts the host", manifest)
                                .isFalse());
        assertThat(pod.path("containers")).isNotEmpty();
        pod.path("containers").forEach(container -> check(manifest, container));
    }

    private static void check(Manifest manifest, JsonNode container) {
        String name = manifest + "/" + container.path("name").asText();
        JsonNode security = container.path("securityContext");
        assertThat(security.path("allowPrivilegeEscalation").asBoolean(true)).as(name).isFalse();
        assertThat(security.path("readOnlyRootFilesystem").asBoolean()).as(name).isTrue();
        assertThat(security.at("/capabilities/drop/0").asText()).as(name).isEqualTo("ALL");
        assertThat(security.has("privileged")).as(name).isFalse();
        assertThat(container.has("readinessProbe")).as("%s readiness", name).isTrue();
        assertThat(container.has("livenessProbe")).as("%s liveness", name).isTrue();
        assertThat(container.at("/resources/requests/cpu").asText()).as(name).isNotEmpty();
        assertThat(container.at("/resources/requests/memory").asText()).as(name).isNotEmpty();
        assertThat(container.at("/resources/limits/memory").asText()).as(name).isNotEmpty();
        assertThat(container.path("image").asText())
                .as(name)
                .matches(".+:[^:]+")
                .doesNotEndWith(":latest");
        container.path("env").forEach(variable -> checkSecret(name, variable));
    }

    private static void checkSecret(String container, JsonNode variable) {
        if (SECRET.matcher(variable.path("name").asText()).find()) {
            assertThat(variable.has("value")).as("%s %s", container, variable).isFalse();
            assertThat(variable.at("/valueFrom/secretKeyRef/name").asText())
                    .as("%s %s", container, variable)
                    .isNotEmpty();
        }
    }
}
