package org.lethe.runtime.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.error.Problem;
import org.lethe.contracts.schema.JsonSchemas;

/** The problems of a document: one response for each status, with the codes that have it. */
final class DocumentedProblems {

    private final Map<String, APIResponse> responses = new TreeMap<>();
    private final ObjectNode problem;

    DocumentedProblems(JsonSchemas schemas) {
        this.problem = schemas.of(Problem.class);
    }

    /** The responses that operations refer to, by name. */
    Map<String, APIResponse> responses() {
        return responses;
    }

    /** A reference to the response of a status. */
    APIResponse of(int status) {
        String name = "Problem" + status;
        responses.computeIfAbsent(
                name,
                _ -> response(status, OASFactory.createAPIResponse().description(text(status))));
        return OASFactory.createAPIResponse().ref(name);
    }

    /**
     * The same with the declared words, and with what is declared: as members of the problem if it
     * is declared as one, and else as the member {@code error}.
     */
    APIResponse response(int status, APIResponse declared) {
        Schema own = OASFactory.createSchema().addProperty("code", code(status));
        Schema schema = OASFactory.createSchema().addAllOf(SchemaModel.of(problem)).addAllOf(own);
        if (declared.getContent() != null) {
            declared.getContent()
                    .getMediaTypes()
                    .forEach((mediaType, type) -> {
                        if (mediaType.equals(Problem.MEDIA_TYPE)) {
                            schema.addAllOf(type.getSchema());
                        } else {
                            own.addProperty("error", type.getSchema());
                        }
                    });
        }
        return declared.content(
                OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE, OASFactory.createMediaType().schema(schema)));
    }

    private static Schema code(int status) {
        Schema code = OASFactory.createSchema().addType(Schema.SchemaType.STRING);
        codes(status).forEach(each -> code.addEnumeration(each.code()));
        return code;
    }

    private static String text(int status) {
        return codes(status).stream().map(ErrorCode::title).collect(Collectors.joining(" "));
    }

    private static List<ErrorCode> codes(int status) {
        List<ErrorCode> codes =
                Arrays.stream(ErrorCode.values())
                        .filter(code -> code.httpStatus() == status)
                        .toList();
        if (codes.isEmpty()) {
            throw new IllegalStateException("the catalogue has no code of status " + status);
        }
        return codes;
    }
}
