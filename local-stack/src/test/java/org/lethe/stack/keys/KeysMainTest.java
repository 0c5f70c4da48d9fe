package org.lethe.stack.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lethe.privacy.seal.KeyFiles;
import org.lethe.privacy.seal.KeyId;
import org.lethe.privacy.seal.KeyIds;
import org.lethe.privacy.seal.KeySet;
import org.lethe.privacy.seal.SuiteSecrets;

/** With what {@code ./lethe keys} ends, and what it tells; never a key. */
class KeysMainTest {

    private final Path folder;
    private final KeyFiles files;
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);

    KeysMainTest(@TempDir Path folder) {
        this.folder = folder;
        SuiteSecrets.generate(folder);
        files = new KeyFiles(folder);
    }

    @Test
    void showsIdsAndNoKey() throws IOException {
        assertThat(run("show")).isZero();

        for (KeySet set : KeySet.values()) {
            assertThat(text())
                    .contains(set.code() + " (" + set.file())
                    .contains(files.ids(set).primary().toString());
        }
        for (String line : Files.readAllLines(folder.resolve(SuiteSecrets.KEY_ENCRYPTION))) {
            for (String word : line.split("[^A-Za-z0-9+/=]+", -1)) {
                // Longer than an id, and than the name of a type.
                assertThat(word.length() > 40 && text().contains(word)).isFalse();
            }
        }
    }

    @Test
    void takesOneStepAfterAnotherWithASuiteElsewhere() throws IOException {
        KeyId old = files.ids(KeySet.KEK).primary();
        try (var service = new FakeService(files.ids(KeySet.KEK))) {
            assertThat(run("rotate", "kek", "--service", service.address())).isOne();
            assertThat(text()).contains("start it again").contains("was added to kek.json");
            assertThat(files.ids(KeySet.KEK).primary()).isEqualTo(old);

            service.keys = files.ids(KeySet.KEK);
            assertThat(run("rotate", "kek", "--service", service.address())).isOne();
            assertThat(files.ids(KeySet.KEK).older()).containsExactly(old);

            service.keys = files.ids(KeySet.KEK);
            assertThat(run("rotate", "kek", "--service", service.address())).isZero();
            assertThat(text()).contains("in use everywhere");

            assertThat(run("retire", "kek", "--service", service.address())).isOne();
            assertThat(text()).contains("may be read until");
        }
    }

    @Test
    void saysThatAProcessDoesNotAnswer() {
        assertThat(run("rotate", "kek", "--service", "http://127.0.0.1:1")).isEqualTo(2);
        assertThat(text()).contains("http://127.0.0.1:1: does not answer");
    }

    @Test
    void saysWhatIsWrongWithTheOptions() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("rotate")).isEqualTo(2);
        assertThat(run("rotate", "dek")).isEqualTo(2);
        assertThat(run("forget", "kek")).isEqualTo(2);
        assertThat(run("show", "--service")).isEqualTo(2);
        assertThat(text()).contains("usage: ./lethe keys show");
    }

    @Test
    void saysThatTheFolderIsNone() {
        assertThat(KeysMain.run(List.of("show", "--secrets", folder + "/none"), out, out))
                .isEqualTo(2);
        assertThat(text()).contains("is no folder");
    }

    private int run(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        if (!all.isEmpty()) {
            all.addAll(List.of("--secrets", folder.toString()));
        }
        return KeysMain.run(all, out, out);
    }

    private String text() {
        return told.toString(StandardCharsets.UTF_8);
    }

    /** A process that answers as a service does that is not ready. */
    private static final class FakeService implements AutoCloseable {

        volatile KeyIds keys;
        private final HttpServer server;

        FakeService(KeyIds keys) throws IOException {
            this.keys = keys;
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext(
                    "/q/health/ready",
                    exchange -> {
                        byte[] body = body().getBytes(StandardCharsets.UTF_8);
                        exchange.sendResponseHeaders(503, body.length);
                        exchange.getResponseBody().write(body);
                        exchange.close();
                    });
            server.start();
        }

        String address() {
            return "http://127.0.0.1:" + server.getAddress().getPort();
        }

        private String body() {
            String all = String.join(" ", keys.all().stream().map(KeyId::toString).toList());
            return """
            {"status": "DOWN", "checks": [
              {"name": "lethe", "status": "DOWN", "data": {"redis": false}},
              {"name": "keys", "status": "UP",
               "data": {"kek.json": "%s", "kek.json:primary": "%s", "older:account": 3}}]}
            """
                    .formatted(all, keys.primary());
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
