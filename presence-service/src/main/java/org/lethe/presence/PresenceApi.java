package org.lethe.presence;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The REST side of the service. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Lethe presence",
                        version = "1",
                        description =
                                "Visits of a customer's website and the operators' list of them."
                                        + " The sockets are described in AsyncAPI."))
@SecurityScheme(
        securitySchemeName = "operator",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "The access token of an operator who is signed in at Keycloak.")
public class PresenceApi extends Application {}
