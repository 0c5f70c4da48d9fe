package org.lethe.acceptance.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.lethe.stack.gateway.Patience;

/** The local gateway, the services, and what is shipped for a gateway are patient alike. */
class PatienceTest {

    private static final Path RUNTIME = Manifest.root().resolve("runtime/src/main");

    @Test
    void isThatOfTheServices() throws IOException {
        String door = source("door/DoorSettings.java");
        String http = source("http/HttpSettings.java");

        assertThat(standard(door, "headTime")).isEqualTo(seconds(Patience.USUAL.firstHead()));
        assertThat(standard(http, "bodyTime")).isEqualTo(seconds(Patience.USUAL.body()));
        assertThat(standard(http, "leastRate"))
                .isEqualTo(Long.toString(Patience.USUAL.leastRate()));
        assertThat(settings().getProperty("quarkus.http.idle-timeout"))
                .isEqualTo(seconds(Patience.USUAL.nextHead()));
    }

    @Test
    void isThatOfWhatIsShipped() throws IOException {
        String words =
                Files.readString(Manifest.root().resolve("k8s/README.md")).replaceAll("\\s+", " ");

        assertThat(words)
                .contains(
                        Patience.USUAL.firstHead().toSeconds()
                                + " s for the head of a first request",
                        Patience.USUAL.nextHead().toSeconds() + " s for the next",
                        "a least rate of "
                                + Patience.USUAL.leastRate() / 1024
                                + " KiB/s for bodies beside "
                                + Patience.USUAL.body().toSeconds()
                                + " s");
    }

    private static String standard(String source, String setting) {
        Matcher found =
                Pattern.compile("@WithDefault\\(\"([^\"]+)\"\\)[^;]*? " + setting + "\\(\\);")
                        .matcher(source);
        assertThat(found.find()).as(setting).isTrue();
        return found.group(1);
    }

    private static String seconds(Duration time) {
        return time.toSeconds() + "s";
    }

    private static String source(String file) throws IOException {
        return Files.readString(RUNTIME.resolve("java/org/lethe/runtime").resolve(file));
    }

    private static Properties settings() throws IOException {
        var settings = new Properties();
        Path file = RUNTIME.resolve("resources/META-INF/microprofile-config.properties");
        try (InputStream in = Files.newInputStream(file)) {
            settings.load(in);
        }
        return settings;
    }
}
