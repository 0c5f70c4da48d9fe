package org.lethe.gdpr.processor;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lethe.runtime.caller.Public;

/** The certificate that OpenDSR's signatures verify with, for everybody. */
@Path(CertificateResource.PATH)
@Tag(name = "OpenDSR")
public class CertificateResource {

    /** Below the public address; discovery names it. */
    public static final String PATH = "/.well-known/opendsr-certificate.pem";

    /** RFC 8555: the domain's own certificate first, each issued by the next. */
    private static final String PEM_CHAIN = "application/pem-certificate-chain";

    private final MessageSigner signer;

    CertificateResource(MessageSigner signer) {
        this.signer = signer;
    }

    @GET
    @Public
    @Produces(PEM_CHAIN)
    @Operation(
            operationId = "getCertificate",
            summary = "The X.509 certificate of the processor's domain, and those above it, in PEM")
    @APIResponse(
            responseCode = "200",
            description = "The chain",
            content =
                    @Content(
                            mediaType = PEM_CHAIN,
                            schema = @Schema(implementation = String.class)))
    public String certificate() {
        return signer.chain();
    }
}
