package org.lethe.chat;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** Describes the service for its OpenAPI document. */
@OpenAPIDefinition(
        info = @Info(title = "Lethe chat", version = "1", description = "Accounts, desk and chats"))
@SecurityScheme(
        securitySchemeName = "visit-token",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "The token of an open visit")
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
        description = "Somebody who is signed in with the role of an operator")
@SecurityScheme(
        securitySchemeName = "administrator",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "Somebody who is signed in with the role of an administrator")
@SecurityScheme(
        securitySchemeName = "staff",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "The processor's own staff")
public class ChatApi extends Application {}
