package org.lethe.runtime.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.info.Info;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.schema.JsonSchemas;

/**
 * Makes the document that Quarkus finds in the annotations true: schemas are those of what Jackson
 * writes, security is what {@code @AllowedCallers} says, and every problem is there.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class LetheDocument implements OASFilter {

    private final ResourceMethods methods;

    public LetheDocument(IndexView index) {
        this.methods = ResourceMethods.of(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        JsonSchemas schemas = new JsonSchemas();
        DocumentedProblems problems = new DocumentedProblems(schemas);
        Map<String, PathItem> sorted = new TreeMap<>(document.getPaths().getPathItems());
        sorted.forEach((path, item) ->
                item.getOperations()
                        .forEach((verb, operation) ->
                                new DocumentedOperation(
                                                operation,
                                                methods.of(verb.name(), path),
                                                schemas,
                                                problems)
                                        .complete()));
        document.getPaths().setPathItems(new LinkedHashMap<>(sorted));
        document.setComponents(components(schemas, problems));
        document.setServers(List.of(OASFactory.createServer().url("/")));
        document.setInfo(info(document.getInfo()));
    }

    /** Title and description come from the service's configuration, later. */
    private static Info info(@Nullable Info found) {
        return (found == null ? OASFactory.createInfo() : found)
                .version("1")
                .license(OASFactory.createLicense().name("Apache 2.0").identifier("Apache-2.0"));
    }

    private static Components components(JsonSchemas schemas, DocumentedProblems problems) {
        Components components = OASFactory.createComponents();
        CallerSchemes.all().forEach(components::addSecurityScheme);
        problems.responses().forEach(components::addResponse);
        Map<String, Schema> models = new TreeMap<>();
        schemas.named().forEach((name, schema) -> models.put(name, SchemaModel.of(schema)));
        components.setSchemas(models);
        return components;
    }
}
