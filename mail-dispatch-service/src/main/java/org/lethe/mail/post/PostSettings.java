package org.lethe.mail.post;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The mail server that letters are handed to. */
@ConfigMapping(prefix = "lethe.mail.server")
public interface PostSettings {

    String host();

    @WithDefault("25")
    int port();

    /** The sender of all letters, such as {@code Acme chat <chat@example.org>}. */
    String from();

    /** Signs in where a name and a password are given. */
    Optional<String> username();

    Optional<String> password();

    /** How this host introduces itself; its own name by default. */
    Optional<String> ownHostName();

    /** TLS from the first byte, instead of STARTTLS where it is offered. */
    @WithDefault("false")
    boolean implicitTls();

    /**
     * Sends no letter of any account without TLS. Otherwise TLS is used wherever the server offers
     * it, and an account can forbid anything else for its own letters.
     */
    @WithDefault("false")
    boolean tlsRequired();

    /**
     * The {@code quarkus.tls.<name>} whose trust store the server's certificate is checked with;
     * the public authorities by default.
     */
    Optional<String> tlsConfigurationName();

    /** How many letters are on their way at once. Each is in clear in memory meanwhile. */
    @WithDefault("8")
    int connections();

    @WithDefault("10s")
    Duration connectTimeout();

    /** How long the server may say nothing before it has a mail. */
    @WithDefault("30s")
    Duration silence();

    /**
     * How long handing a mail in may take, to the server's word on it; RFC 5321 asks for 10 minutes
     * after the last line. A server that is given up on before may have the mail all the same and
     * gets it again. The letter is in clear in memory meanwhile. At most half of the time that a
     * letter has left until its deadline counts.
     */
    @WithDefault("10m")
    Duration handIn();
}
