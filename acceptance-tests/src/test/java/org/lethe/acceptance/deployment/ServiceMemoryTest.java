package org.lethe.acceptance.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lethe.stack.service.JvmProfile;
import org.lethe.stack.service.ServiceEnvironment;

/** What ships forgets as what forensics searches. */
class ServiceMemoryTest {

    @Test
    void isOverwrittenInEachServiceAsOnThisMachine() {
        List<Manifest> pods = Chart.render().stream().filter(Chart::isOfAService).toList();

        assertThat(pods).hasSize(Chart.SERVICES.size());
        for (Manifest pod : pods) {
            JsonNode environment = pod.podSpec().at("/containers/0/env");
            assertThat(value(environment, "JAVA_TOOL_OPTIONS").split(" "))
                    .as("%s", pod)
                    .containsAll(JvmProfile.FORGETFUL);
            assertThat(value(environment, "GLIBC_TUNABLES"))
                    .as("%s", pod)
                    .isEqualTo(ServiceEnvironment.SCRUBBING_ALLOCATOR);
        }
    }

    /** Figures of other memory or options than those that ship would be of another product. */
    @Test
    void isMeasuredAsItShips() {
        for (Manifest pod : Chart.render().stream().filter(Chart::isOfAService).toList()) {
            JsonNode container = pod.podSpec().at("/containers/0");
            String module = container.path("name").asText();
            assertThat(container.at("/resources/limits/memory").asText())
                    .as("%s", pod)
                    .isEqualTo(JvmProfile.memoryOf(module) + "Mi");
            assertThat(JvmProfile.PRODUCTION.options(module))
                    .as("%s", pod)
                    .containsAll(
                            List.of(value(container.path("env"), "JAVA_TOOL_OPTIONS").split(" ")));
        }
    }

    private static String value(JsonNode environment, String name) {
        for (JsonNode variable : environment) {
            if (variable.path("name").asText().equals(name)) {
                return variable.path("value").asText();
            }
        }
        return "";
    }
}
