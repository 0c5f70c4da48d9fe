package org.lethe.stack.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackStateTest {

    @TempDir Path folder;

    @Test
    void isReadBackAsItWasWritten() throws IOException {
        Path file = folder.resolve("stack.json");
        Files.createFile(folder.resolve("launcher"));
        StackState written = state(ProcessHandle.current().pid());

        written.write(file);

        assertThat(StackState.read(file)).hasValue(written);
        assertThat(Files.readString(file)).contains('"' + folder.toString() + '"');
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(written.toString()).doesNotContain("secret-");
    }

    @Test
    void isNothingWhenItsLauncherOrItsRunHasEnded() throws IOException {
        Path file = folder.resolve("stack.json");
        assertThat(StackState.read(file)).isEmpty();

        state(ProcessHandle.current().pid()).write(file);
        assertThat(StackState.read(file)).isEmpty();

        Files.createFile(folder.resolve("launcher"));
        state(Integer.MAX_VALUE).write(file);
        assertThat(StackState.read(file)).isEmpty();
    }

    private StackState state(long launcher) {
        var user = new StackState.Redis.User("user", "secret-1");
        return new StackState(
                launcher,
                folder,
                URI.create("http://localhost:8080"),
                null,
                URI.create("http://localhost:8025"),
                null,
                new StackState.Redis("redis://127.0.0.1:6390", user, user),
                new StackState.Kafka("127.0.0.1:9092", folder),
                new StackState.Keycloak(
                        URI.create("http://127.0.0.1:8180/auth/realms/lethe"),
                        URI.create("http://localhost:8080/auth/realms/lethe"),
                        folder,
                        "secret-2"),
                new StackState.Mail(2525, folder),
                2553,
                folder,
                folder,
                folder,
                folder,
                Map.of("gateway", 8080),
                Map.of("redis", 1L),
                Map.of("redis", folder));
    }
}
