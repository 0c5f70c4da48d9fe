package org.lethe.chat.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.lethe.stack.fixture.LetheInfrastructure;

@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class OpenApiIT {

    @Test
    void listsEveryEndpointWithWhatItDemands() {
        JsonPath document =
                given().accept("application/json")
                        .get("/q/openapi?format=json")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();

        Map<String, Set<String>> demands = new TreeMap<>();
        Map<String, Map<String, Object>> paths = document.getMap("paths");
        paths.forEach((path, methods) ->
                methods.forEach((method, operation) -> {
                    if (operation instanceof Map<?, ?> described) {
                        demands.put(method + " " + path, schemes(described));
                    }
                }));
        assertThat(demands)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "post /v1/accounts", Set.of("staff"),
                                "delete /v1/accounts/{account}", Set.of("staff"),
                                "get /v1/account", Set.of("administrator"),
                                "put /v1/account", Set.of("administrator"),
                                "post /v1/chats", Set.of("visit-token"),
                                "post /v1/chats/{chat}/end",
                                        Set.of("participant-token", "operator"),
                                "post /v1/offline-messages", Set.of(),
                                "get /v1/desk/status", Set.of()));
    }

    private static Set<String> schemes(Map<?, ?> operation) {
        if (!(operation.get("security") instanceof List<?> alternatives)) {
            return Set.of();
        }
        var schemes = new TreeSet<String>();
        for (Object alternative : alternatives) {
            ((Map<?, ?>) alternative).keySet().forEach(name -> schemes.add(name.toString()));
        }
        return schemes;
    }
}
