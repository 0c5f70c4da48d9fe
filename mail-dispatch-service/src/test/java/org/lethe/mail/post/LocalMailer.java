package org.lethe.mail.post;

import io.quarkus.mailer.runtime.MailersRuntimeConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** Quarkus' mailers for a mail server on this machine, as the service's own settings have them. */
final class LocalMailer {

    private LocalMailer() {}

    static MailersRuntimeConfig config(int port) {
        return config(port, Map.of());
    }

    static MailersRuntimeConfig config(int port, Map<String, String> settings) {
        var all = new HashMap<String, String>();
        shipped().forEach((name, value) -> all.put(name.toString(), value.toString()));
        all.put("quarkus.mailer.port", Integer.toString(port));
        all.put("quarkus.mailer.own-host-name", "localhost");
        all.put("quarkus.mailer.from", "Lethe <chat@lethe.example>");
        all.putAll(settings);
        all.keySet().removeIf(name -> !name.startsWith("quarkus.mailer."));
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withMapping(MailersRuntimeConfig.class)
                .withSources(new PropertiesConfigSource(all, "mailer", 100))
                .build()
                .getConfigMapping(MailersRuntimeConfig.class);
    }

    private static Properties shipped() {
        var properties = new Properties();
        try (InputStream in = LocalMailer.class.getResourceAsStream("/application.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
