package org.lethe.gdpr.opendsr;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lethe.gdpr.request.RequestType;
import org.lethe.gdpr.selector.NamedSubject;
import org.lethe.runtime.caller.Public;

/** What this processor can do, for every controller that asks. */
@Path("/discovery")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "OpenDSR")
public class DiscoveryResource {

    private final OpenDsrSettings config;

    DiscoveryResource(OpenDsrSettings config) {
        this.config = config;
    }

    @GET
    @Public
    @Operation(operationId = "discover", summary = "The requests and identities that are supported")
    public Discovery discover() {
        return new Discovery(
                "2.0",
                Arrays.stream(SupportedIdentity.values())
                        .map(each -> new Identity(each.code(), SupportedIdentity.FORMAT))
                        .toList(),
                List.of(RequestType.values()),
                config.certificateUrl(),
                config.publicUrl().resolve("/.well-known/jwks.json"),
                Map.of(config.domain(), NamedSubject.MEMBERS));
    }

    /**
     * What the processor can do.
     *
     * @param supportedIdentities those of OpenDSR's types that something is found by; what it has
     *     no type for goes into the extension
     * @param processorKeys the key set that signatures verify with
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Discovery(
            String apiVersion,
            List<Identity> supportedIdentities,
            List<RequestType> supportedSubjectRequestTypes,
            Optional<URI> processorCertificate,
            URI processorKeys,
            Map<String, List<String>> supportedExtensions) {}

    @JsonNaming(SnakeCaseStrategy.class)
    public record Identity(String identityType, String identityFormat) {}
}
