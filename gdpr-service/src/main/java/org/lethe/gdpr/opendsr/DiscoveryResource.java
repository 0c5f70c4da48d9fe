package org.lethe.gdpr.opendsr;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lethe.gdpr.processor.CertificateResource;
import org.lethe.gdpr.processor.OpenDsrSettings;
import org.lethe.gdpr.request.RequestType;
import org.lethe.gdpr.selector.NamedSubject;
import org.lethe.runtime.caller.Public;

/** What this processor can do, for every controller that asks. */
@Path("/discovery")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "OpenDSR")
public class DiscoveryResource {

    private final OpenDsrSettings config;
    private final Answers answers;

    DiscoveryResource(OpenDsrSettings config, Answers answers) {
        this.config = config;
        this.answers = answers;
    }

    @GET
    @Public
    @Operation(operationId = "discover", summary = "The requests and identities that are supported")
    @APIResponse(
            responseCode = "200",
            description = "What this processor can do",
            content = @Content(schema = @Schema(implementation = Discovery.class)))
    @RunOnVirtualThread
    public Response discover() {
        return answers.signed(Response.Status.OK, discovery());
    }

    private Discovery discovery() {
        return new Discovery(
                "2.0",
                Arrays.stream(SupportedIdentity.values())
                        .map(each -> new Identity(each.code(), SupportedIdentity.FORMAT))
                        .toList(),
                List.of(RequestType.values()),
                config.publicUrl().resolve(CertificateResource.PATH),
                config.publicUrl().resolve("/.well-known/jwks.json"),
                Map.of(config.domain(), NamedSubject.MEMBERS));
    }

    /**
     * What the processor can do.
     *
     * @param supportedIdentities those of OpenDSR's types that something is found by; what it has
     *     no type for goes into the extension
     * @param processorCertificate the chain, in PEM, that signatures verify with
     * @param processorKeys the key set that receipts verify with
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Discovery(
            String apiVersion,
            List<Identity> supportedIdentities,
            List<RequestType> supportedSubjectRequestTypes,
            URI processorCertificate,
            URI processorKeys,
            Map<String, List<String>> supportedExtensions) {}

    @JsonNaming(SnakeCaseStrategy.class)
    public record Identity(String identityType, String identityFormat) {}
}
