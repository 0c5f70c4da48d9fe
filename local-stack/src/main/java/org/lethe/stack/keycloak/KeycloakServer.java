package org.lethe.stack.keycloak;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.lethe.stack.process.AheadOfTime;
import org.lethe.stack.process.Child;
import org.lethe.stack.process.Http;
import org.lethe.stack.process.Launch;
import org.lethe.stack.process.Ports;
import org.lethe.stack.process.ProcessHost;

/** The sign-in of operators, administrators, privacy officers and staff. */
public final class KeycloakServer {

    private static final String NAME = "keycloak";
    private static final String REALM = "/realms/lethe";
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Child child;
    private final Path directory;
    private final String staffSecret;

    private KeycloakServer(Child child, Path directory, String staffSecret) {
        this.child = child;
        this.directory = directory;
        this.staffSecret = staffSecret;
    }

    /**
     * Starts Keycloak and waits until the realm answers.
     *
     * @param publicAddress where browsers find it, such as {@code http://localhost:8080/auth};
     *     tokens name it as their issuer
     */
    public static KeycloakServer start(
            ProcessHost host, Path state, Path distribution, int port, URI publicAddress) {
        Ports.requireFree(NAME, port);
        PreparedKeycloak prepared = prepared(host, state, distribution);
        Path directory = host.run().data(NAME);
        prepared.copyDatabase(directory);
        List<String> command =
                KeycloakCommand.server(
                        prepared.home(), prepared.cache().flags(), directory, port, publicAddress);
        Child child = host.start(new Launch(NAME, command, Map.of(), directory));
        child.awaitListening(port, LIMIT, () -> Http.succeeds(probe(port)));
        return new KeycloakServer(child, directory, prepared.staffSecret());
    }

    /** Makes what every start takes for granted, where it is not there yet. */
    public static AheadOfTime prepare(ProcessHost host, Path state, Path distribution) {
        return prepared(host, state, distribution).cache();
    }

    public Child child() {
        return child;
    }

    /** The realm as the services reach it. */
    public static URI realm(int port) {
        return URI.create("http://127.0.0.1:" + port + "/auth" + REALM);
    }

    /** The realm as its tokens name it. */
    public static URI issuer(URI publicAddress) {
        return URI.create(publicAddress + REALM);
    }

    /** Where its database is. */
    public Path directory() {
        return directory;
    }

    public String staffSecret() {
        return staffSecret;
    }

    private static PreparedKeycloak prepared(ProcessHost host, Path state, Path distribution) {
        PreparedKeycloak prepared = PreparedKeycloak.in(host, state, distribution);
        if (!prepared.cache().trained()) {
            train(host, prepared);
        }
        return prepared;
    }

    private static void train(ProcessHost host, PreparedKeycloak prepared) {
        int port = Ports.free();
        Path directory = host.run().data("keycloak-training");
        prepared.copyDatabase(directory);
        URI anyAddress = URI.create("http://localhost:" + port + "/auth");
        List<String> command =
                KeycloakCommand.server(prepared.home(), List.of(), directory, port, anyAddress);
        prepared.cache()
                .train(
                        host,
                        new Launch(NAME, command, Map.of(), directory),
                        port,
                        () -> Http.succeeds(probe(port)));
    }

    private static URI probe(int port) {
        return URI.create(realm(port) + "/.well-known/openid-configuration");
    }
}
