package org.lethe.file;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.lethe.stack.fixture.LetheInfrastructure;
import org.lethe.stack.fixture.PublishedDocument;

@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class OpenApiIT {

    @Test
    void servesThePublishedDocument() {
        PublishedDocument.check(
                "openapi-file-relay",
                given().accept("application/json").get("/q/openapi?format=json").asString());
    }
}
