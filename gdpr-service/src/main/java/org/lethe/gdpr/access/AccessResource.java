package org.lethe.gdpr.access;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.lethe.runtime.caller.AllowedCallers;
import org.lethe.runtime.caller.CallerKind;
import org.lethe.runtime.caller.CurrentCaller;

/** What is held about a person now, for the account's privacy officer. */
@Path("/v1/subjects/access")
@Produces(MediaType.APPLICATION_JSON)
public class AccessResource {

    private final SubjectAccess access;
    private final CurrentCaller caller;

    AccessResource(SubjectAccess access, CurrentCaller caller) {
        this.access = access;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @AllowedCallers(CallerKind.PRIVACY_OFFICER)
    @SecurityRequirement(name = "keycloak")
    @Operation(operationId = "accessSubject", summary = "Everything held about a subject, as JSON")
    public JsonNode access(@NotNull @Valid AccessQuestion question) {
        return access.held(caller.account(), question.selectors());
    }
}
