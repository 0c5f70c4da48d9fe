package org.lethe.stack.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lethe.stack.StackState;
import org.lethe.stack.redis.RedisDialogue;

class LetheInfrastructureIT {

    @Test
    void givesAServiceItsSettingsAndAnEmptyRedis() throws IOException {
        Map<String, String> settings = new LetheInfrastructure().start();
        ask("SET {s02}:left value PX 60000");

        Map<String, String> again = new LetheInfrastructure().start();

        assertThat(again).isEqualTo(settings);
        assertThat(ask("EXISTS {s02}:left")).isEqualTo(List.of(":0"));
        assertThat(settings)
                .containsKeys(
                        "lethe.redis.uri",
                        "kafka.bootstrap.servers",
                        "quarkus.oidc.auth-server-url",
                        "quarkus.mailer.port");
        assertThat(LetheInfrastructure.state().secrets().resolve("kek.json")).exists();
        assertThat(LetheInfrastructure.state().files()).isDirectory();
    }

    @Test
    void fetchesTokensAndMails() {
        assertThat(TestTokens.of("anna@acme.example").split("\\.")).hasSize(3);
        assertThat(TestTokens.ofStaff().split("\\.")).hasSize(3);
        assertThat(LetheInfrastructure.inbox().mails()).isEmpty();
    }

    private static List<String> ask(String command) throws IOException {
        StackState.Redis redis = LetheInfrastructure.state().redis();
        return RedisDialogue.ask(
                redis.uri(), redis.user().name(), redis.user().password(), command);
    }
}
