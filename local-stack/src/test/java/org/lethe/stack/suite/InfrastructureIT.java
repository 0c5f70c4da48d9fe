package org.lethe.stack.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.topic.Topic;
import org.lethe.stack.keycloak.RealmTokens;
import org.lethe.stack.layout.StackPaths;
import org.lethe.stack.layout.StackState;
import org.lethe.stack.process.PartFailure;
import org.lethe.stack.redis.RedisDialogue;

class InfrastructureIT {

    private static Infrastructure infrastructure;
    private static StackState state;

    @BeforeAll
    static void start() {
        infrastructure = Infrastructure.standalone(StackPaths.find(), Progress.SILENT);
        state = infrastructure.state();
    }

    @AfterAll
    static void stop() {
        infrastructure.close();

        assertThat(state.pids().values()).allMatch(pid -> ProcessHandle.of(pid).isEmpty());
        assertThat(state.run().resolve("data")).doesNotExist();
        assertThat(state.run().resolve("logs")).isNotEmptyDirectory();
    }

    @Test
    void createsTheTopicsOfTheContractWithTheirSettings() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", state.kafka().bootstrap()))) {
            assertThat(admin.listTopics().names().get(30, TimeUnit.SECONDS))
                    .containsExactlyInAnyOrderElementsOf(
                            Arrays.stream(Topic.values()).map(Topic::topicName).toList());
            var visits = new ConfigResource(ConfigResource.Type.TOPIC, Topic.VISITS.topicName());
            var config =
                    admin.describeConfigs(List.of(visits))
                            .all()
                            .get(30, TimeUnit.SECONDS)
                            .get(visits);
            assertThat(config).isNotNull();
            assertThat(Topic.VISITS.bounds(1))
                    .allMatch(bound -> bound.holds(config.get(bound.name().key()).value()));
        }
    }

    @Test
    void keepsDangerousCommandsFromTheServicesUserOfRedis() throws IOException {
        StackState.Redis.User user = state.redis().user();

        List<String> answers =
                RedisDialogue.ask(
                        state.redis().uri(),
                        user.name(),
                        user.password(),
                        "FLUSHALL",
                        "KEYS *",
                        "SET {s01}:key value PX 1000",
                        "CONFIG SET save 60",
                        "ECHO here");

        assertThat(answers.get(0)).startsWith("-NOPERM");
        assertThat(answers.get(1)).startsWith("-NOPERM");
        assertThat(answers.get(2)).isEqualTo("+OK");
        assertThat(answers.get(3)).startsWith("-NOPERM");
    }

    @Test
    void namesTheAccountAndTheRolesInTheTokensOfItsPeople() throws IOException {
        var tokens = new RealmTokens(state.keycloak().address(), state.keycloak().staffSecret());

        JsonNode gina = claims(tokens.ofUser("gina@globex.example"));
        JsonNode staff = claims(tokens.ofStaff());

        assertThat(gina.get("iss").textValue()).isEqualTo(state.keycloak().issuer().toString());
        assertThat(gina.get("organization").toString()).isEqualTo("[\"globex\"]");
        assertThat(gina.at("/realm_access/roles").toString())
                .contains("administrator", "operator")
                .doesNotContain("staff");
        assertThat(gina.get("name").textValue()).isEqualTo("Gina Graf");
        assertThat(staff.at("/realm_access/roles").toString()).contains("staff");
        assertThat(staff.has("organization")).isFalse();
    }

    @Test
    void keepsWhoFailsToSignInOutOfTheLogOfKeycloak() throws IOException {
        var tokens = new RealmTokens(state.keycloak().address(), state.keycloak().staffSecret());
        String stranger = "zqx-stranger@person.example";

        assertThatThrownBy(() -> tokens.ofUser(stranger)).isInstanceOf(PartFailure.class);

        assertThat(Files.readString(state.run().resolve("logs/keycloak.log")))
                .doesNotContain(stranger, "LOGIN_ERROR");
    }

    @Test
    void letsOnlyTheOwnerLookIntoTheRun() throws IOException {
        for (Path folder :
                List.of(state.run(), state.secrets(), state.kafka().directory().getParent())) {
            assertThat(Files.getPosixFilePermissions(folder))
                    .allMatch(permission -> permission.name().startsWith("OWNER"));
        }
    }

    private static JsonNode claims(String token) throws IOException {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }
}
