package org.lethe.mail.post;

import java.time.Duration;
import java.util.Optional;

/** A mail server on this machine, without TLS or sign-in. */
public record LocalPost(int port, int connections, Duration silence, Duration handIn)
        implements PostSettings {

    public static LocalPost at(int port, Duration silence) {
        return new LocalPost(port, 8, silence, Duration.ofMinutes(10));
    }

    @Override
    public String host() {
        return "localhost";
    }

    @Override
    public String from() {
        return "Lethe <chat@lethe.example>";
    }

    @Override
    public Optional<String> username() {
        return Optional.empty();
    }

    @Override
    public Optional<String> password() {
        return Optional.empty();
    }

    @Override
    public Optional<String> ownHostName() {
        return Optional.of("localhost");
    }

    @Override
    public boolean implicitTls() {
        return false;
    }

    @Override
    public boolean tlsRequired() {
        return false;
    }

    @Override
    public Optional<String> tlsConfigurationName() {
        return Optional.empty();
    }

    @Override
    public Duration connectTimeout() {
        return Duration.ofSeconds(10);
    }
}
