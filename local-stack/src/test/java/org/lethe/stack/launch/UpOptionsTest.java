package org.lethe.stack.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lethe.stack.layout.StackPaths;
import org.lethe.stack.layout.StackPort;
import org.lethe.stack.layout.StackPorts;
import org.lethe.stack.service.JvmProfile;
import org.lethe.stack.suite.Progress;
import org.lethe.stack.suite.StackSettings;

class UpOptionsTest {

    private static final StackSettings STANDARD =
            new StackSettings(
                    new StackPaths(Path.of("")),
                    StackPorts.standard(),
                    false,
                    1,
                    JvmProfile.LOCAL,
                    Map.of(),
                    Progress.SILENT);

    @Test
    void movesAllPortsAndThenSingleOnes() {
        StackSettings config = parse("--redis-port", "7000", "--ports-from", "15000");

        assertThat(config.ports().of(StackPort.GATEWAY)).isEqualTo(15_000);
        assertThat(config.ports().of(StackPort.SITE)).isEqualTo(15_001);
        assertThat(config.ports().of(StackPort.REDIS)).isEqualTo(7_000);
    }

    @Test
    void letsPartsSwapTheirPorts() {
        StackSettings config = parse("--gateway-port", "8090", "--site-port", "8080");

        assertThat(config.ports().of(StackPort.GATEWAY)).isEqualTo(8090);
        assertThat(config.ports().of(StackPort.SITE)).isEqualTo(8080);
    }

    @Test
    void usesTheOtherGatewayPortWithTls() {
        assertThat(parse("--tls").ports().of(StackPort.GATEWAY)).isEqualTo(8443);
        assertThat(parse("--tls").tls()).isTrue();
        assertThat(parse("--gateway-port", "9000", "--tls").ports().of(StackPort.GATEWAY))
                .isEqualTo(9000);
    }

    @Test
    void startsAsManyOfEachServiceAsAreAskedFor() {
        assertThat(parse().replicas()).isEqualTo(1);
        assertThat(parse("--replicas", "2", "--tls").replicas()).isEqualTo(2);
        assertThatThrownBy(() -> parse("--replicas", "0"))
                .hasMessage("a service has 1 to 9 processes");
        assertThatThrownBy(() -> parse("--replicas", "10"))
                .hasMessage("a service has 1 to 9 processes");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> parse("--port", "1")).hasMessage("unknown option --port");
        assertThatThrownBy(() -> parse("--redis-port")).hasMessage("--redis-port needs a number");
        assertThatThrownBy(() -> parse("--redis-port", "x")).hasMessage("not a number: x");
        assertThatThrownBy(() -> parse("--redis-port", "8080"))
                .hasMessage("every part needs a port of its own");
        assertThatThrownBy(() -> parse("--redis-port", "70000"))
                .hasMessage("a port is a number from 1 to 65535");
    }

    private static StackSettings parse(String... options) {
        return UpOptions.parse(List.of(options), STANDARD);
    }
}
