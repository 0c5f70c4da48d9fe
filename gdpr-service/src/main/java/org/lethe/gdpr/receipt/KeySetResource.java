package org.lethe.gdpr.receipt;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lethe.runtime.caller.Public;

/** The keys that verify receipts, for everybody. */
@Path("/.well-known/jwks.json")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Receipts")
public class KeySetResource {

    private final SigningKeys keys;

    KeySetResource(SigningKeys keys) {
        this.keys = keys;
    }

    @GET
    @Public
    @Operation(
            operationId = "getKeySet",
            summary = "Public keys of receipts, as a JSON Web Key Set")
    @APIResponse(
            responseCode = "200",
            description = "The keys",
            content = @Content(schema = @Schema(implementation = KeySet.class)))
    public String keys() {
        return keys.publicKeys();
    }

    /** A JSON Web Key Set (RFC 7517). */
    record KeySet(List<Map<String, Object>> keys) {}
}
