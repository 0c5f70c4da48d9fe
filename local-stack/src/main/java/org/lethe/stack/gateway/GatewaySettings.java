package org.lethe.stack.gateway;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lethe.stack.certificate.LocalCertificate;

/**
 * What a gateway is started with.
 *
 * @param targets the ports of each target on this machine: of its processes, in whose turns it is
 *     asked
 * @param web the folder with {@code console} and {@code widget}
 * @param certificate if it speaks TLS
 */
public record GatewaySettings(
        int port,
        Map<Target, List<Integer>> targets,
        Path web,
        Optional<LocalCertificate> certificate) {

    public GatewaySettings {
        targets = Map.copyOf(targets);
        if (targets.size() != Target.values().length
                || targets.values().stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException("every target needs a port");
        }
    }

    /** The address that browsers use, without a slash at its end. */
    public URI address() {
        return address(port, certificate.isPresent());
    }

    public static URI address(int port, boolean tls) {
        return URI.create((tls ? "https" : "http") + "://localhost:" + port);
    }
}
