package org.lethe.gdpr.receipt;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.lethe.runtime.caller.Public;

/** The keys that verify receipts, for everybody. */
@Path("/.well-known/jwks.json")
@Produces(MediaType.APPLICATION_JSON)
public class KeySetResource {

    private final SigningKeys keys;

    KeySetResource(SigningKeys keys) {
        this.keys = keys;
    }

    @GET
    @Public
    @Operation(
            operationId = "getKeySet",
            summary = "Public keys of receipts and OpenDSR signatures, as a JSON Web Key Set")
    public String keys() {
        return keys.publicKeys();
    }
}
