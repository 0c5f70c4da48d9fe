package org.lethe.runtime.openapi;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.Index;
import org.junit.jupiter.api.Test;
import org.lethe.runtime.sample.SampleResource;

class LetheDocumentTest {

    private final Operation chat = operation();
    private final Operation open = operation();
    private final Operation note = operation();
    private final OpenAPI document = document();

    @Test
    void asksForTheCallersThatAreAdmitted() {
        assertThat(chat.getSecurity().stream().flatMap(each -> each.getSchemes().keySet().stream()))
                .containsExactly("participant", "operator");
        assertThat(open.getSecurity()).isEmpty();
        assertThat(document.getComponents().getSecuritySchemes())
                .containsKeys("participant", "operator");
    }

    @Test
    void tellsWhoeverIsSignedInHowToNameTheAccount() {
        assertThat(chat.getParameters().getLast())
                .satisfies(header -> {
                    assertThat(header.getName()).isEqualTo("Lethe-Account");
                    assertThat(header.getIn()).isEqualTo(Parameter.In.HEADER);
                    assertThat(header.getSchema().getRef())
                            .isEqualTo("#/components/schemas/AccountId");
                });
        assertThat(open.getParameters()).isNull();
        assertThat(chat.getResponses().getAPIResponses()).containsKey("400");
    }

    @Test
    void describesAnIdAsTheStringThatItIs() {
        assertThat(chat.getParameters().getFirst().getSchema().getRef())
                .isEqualTo("#/components/schemas/ChatId");
        assertThat(schema("ChatId").getPattern()).startsWith("^c");
    }

    @Test
    void requiresWhatIsNotNullable() {
        assertThat(schema("Note").getRequired()).containsExactly("text", "count");
    }

    @Test
    void listsProblemsWithTheirCodes() {
        assertThat(chat.getResponses().getAPIResponses())
                .containsKeys("200", "401", "403", "404", "500", "503");
        assertThat(open.getResponses().getAPIResponses()).doesNotContainKeys("401", "413");
        assertThat(note.getResponses().getAPIResponses()).containsKeys("400", "413", "415");
        Schema problem =
                requireNonNull(document.getComponents().getResponses().get("Problem401"))
                        .getContent()
                        .getMediaType("application/problem+json")
                        .getSchema()
                        .getAllOf()
                        .getLast();
        assertThat(requireNonNull(problem.getProperties().get("code")).getEnumeration())
                .isEqualTo(List.of("token-missing", "token-invalid", "token-expired"));
    }

    @Test
    void describesWhatAProblemTellsBesideItsCode() {
        Schema problem =
                requireNonNull(note.getResponses().getAPIResponse("409"))
                        .getContent()
                        .getMediaType("application/problem+json")
                        .getSchema()
                        .getAllOf()
                        .getLast();

        assertThat(problem.getProperties()).containsOnlyKeys("most");
        assertThat(problem.getRequired()).as("another conflict has none").isNull();
    }

    private Schema schema(String name) {
        return requireNonNull(document.getComponents().getSchemas().get(name));
    }

    private OpenAPI document() {
        chat.addParameter(OASFactory.createParameter().name("chat"));
        note.getResponses().addAPIResponse("409", OASFactory.createAPIResponse());
        Map<String, PathItem> paths =
                Map.of(
                        "/v1/sample/chats/{chat}", OASFactory.createPathItem().GET(chat),
                        "/v1/sample/public", OASFactory.createPathItem().GET(open),
                        "/v1/sample/notes", OASFactory.createPathItem().POST(note));
        OpenAPI made = OASFactory.createOpenAPI().paths(OASFactory.createPaths());
        made.getPaths().setPathItems(paths);
        new LetheDocument(index()).filterOpenAPI(made);
        return made;
    }

    private static Index index() {
        try {
            return Index.of(SampleResource.class);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Operation operation() {
        return OASFactory.createOperation().responses(OASFactory.createAPIResponses());
    }
}
