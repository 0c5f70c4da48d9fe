package org.lethe.file;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** Describes the service for its OpenAPI document. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Lethe file relay",
                        version = "1",
                        description = "Files within a chat"))
@SecurityScheme(
        securitySchemeName = "participant-token",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "The token of the visitor in a chat")
@SecurityScheme(
        securitySchemeName = "operator",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "Somebody who is signed in with the role of an operator, and in the chat")
public class FileApi extends Application {}
