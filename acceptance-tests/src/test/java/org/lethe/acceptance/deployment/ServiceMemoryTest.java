package org.lethe.acceptance.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lethe.stack.service.ServiceBuild;
import org.lethe.stack.service.ServiceEnvironment;

/** What ships forgets as what forensics searches. */
class ServiceMemoryTest {

    @Test
    void isOverwrittenInEachServiceAsOnThisMachine() {
        List<Manifest> pods = Chart.render().stream().filter(Manifest::hasPods).toList();

        assertThat(pods).hasSize(Chart.SERVICES.size());
        for (Manifest pod : pods) {
            JsonNode environment = pod.podSpec().at("/containers/0/env");
            assertThat(value(environment, "JAVA_TOOL_OPTIONS").split(" "))
                    .as("%s", pod)
                    .containsAll(ServiceBuild.FORGETFUL);
            assertThat(value(environment, "GLIBC_TUNABLES"))
                    .as("%s", pod)
                    .isEqualTo(ServiceEnvironment.SCRUBBING_ALLOCATOR);
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
