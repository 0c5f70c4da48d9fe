package org.lethe.gdpr;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The description of the service's interface; a method without a requirement is public. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Lethe gdpr-service",
                        version = "1",
                        description = "OpenDSR 2.0, access, erasure, receipts and ledger."))
@SecurityScheme(
        securitySchemeName = "keycloak",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "Access token of Keycloak.")
@SecurityScheme(
        securitySchemeName = "visitor",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "Visit or participant token.")
public class GdprApi extends Application {}
