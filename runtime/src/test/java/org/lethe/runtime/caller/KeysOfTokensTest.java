package org.lethe.runtime.caller;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysOfTokensTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://keycloak-service:8443/auth/realms/lethe",
                "http://127.0.0.1:8080/auth/realms/lethe",
                "http://[::1]:8080/auth/realms/lethe",
                "http://localhost:1/realms/lethe"
            })
    void comeByHttpsOrFromThisMachine(String server) {
        assertThatCode(() -> start(server, false)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://keycloak-service:8080/auth/realms/lethe",
                "http://localhost.example/realms/lethe",
                "http://127.0.0.1@keycloak.example/realms/lethe",
                "http://under_score/realms/lethe",
                "keycloak-service/auth/realms/lethe"
            })
    void comeFromNowhereElseUnlessThatIsWanted(String server) {
        assertThatThrownBy(() -> start(server, false)).hasMessageContaining("must be https://");
        assertThatCode(() -> start(server, true)).doesNotThrowAnyException();
    }

    private static void start(String server, boolean plainHttp) {
        new KeysOfTokens(server, new TestSignIn(plainHttp)).check(new StartupEvent());
    }
}
