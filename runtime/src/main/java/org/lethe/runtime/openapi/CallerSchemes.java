package org.lethe.runtime.openapi;

import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.lethe.contracts.WireFormat;
import org.lethe.runtime.caller.CallerKind;

/** One security scheme for each kind of caller, with the same name in every document. */
final class CallerSchemes {

    private CallerSchemes() {}

    static Map<String, SecurityScheme> all() {
        Map<String, SecurityScheme> schemes = new TreeMap<>();
        for (CallerKind kind : CallerKind.values()) {
            schemes.put(
                    WireFormat.name(kind),
                    OASFactory.createSecurityScheme()
                            .type(SecurityScheme.Type.HTTP)
                            .scheme("bearer")
                            .bearerFormat("JWT")
                            .description(description(kind)));
        }
        return schemes;
    }

    private static String description(CallerKind kind) {
        return switch (kind) {
            case VISITOR -> "The token of an open visit.";
            case PARTICIPANT -> "The token of the visitor in a chat.";
            case OPERATOR -> "Somebody who is signed in with the role of an operator.";
            case ADMINISTRATOR -> "Somebody who is signed in with the role of an administrator.";
            case PRIVACY_OFFICER -> "Somebody who is signed in as an account's privacy officer.";
            case STAFF -> "The processor's own staff.";
            case DELEGATE -> "The processor's own staff, for an account that lets them act.";
            case PETITIONER -> "The processor's own staff, for an account that does not.";
        };
    }
}
