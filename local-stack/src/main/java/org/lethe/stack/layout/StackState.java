package org.lethe.stack.layout;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What there is to know about a running stack: written as {@code stack.json} when it is ready,
 * removed when it stops. It holds the run's passwords, so only its owner can read it.
 *
 * @param launcher the process that everything ends with
 * @param run the directory of the run
 * @param gateway the address that people and clients use; none if only the infrastructure runs
 * @param site the demo site; none if only the infrastructure runs
 * @param inbox the mail page and its API
 * @param certificate the gateway's own, in PEM, if it speaks TLS
 * @param nameServer the UDP port that answers reverse lookups
 * @param secrets the folder with the suite's keys
 * @param files where the file relay keeps sealed files
 * @param temporary the services' folder for temporary files
 * @param geo the prepared geo data; the folder may be missing
 * @param ports by the names of {@link StackPort}; those of further processes of a service with
 *     their numbers behind
 * @param pids of the processes that are the parts
 * @param logs of the same parts
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StackState(
        long launcher,
        Path run,
        @Nullable URI gateway,
        @Nullable URI site,
        URI inbox,
        @Nullable Path certificate,
        Redis redis,
        Kafka kafka,
        Keycloak keycloak,
        Mail mail,
        int nameServer,
        Path secrets,
        Path files,
        Path temporary,
        Path geo,
        Map<String, Integer> ports,
        Map<String, Long> pids,
        Map<String, Path> logs) {

    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    // As a shell would write it, not as a URI.
                    .registerModule(
                            new SimpleModule()
                                    .addSerializer(Path.class, ToStringSerializer.instance));

    public StackState {
        ports = Map.copyOf(ports);
        pids = Map.copyOf(pids);
        logs = Map.copyOf(logs);
    }

    /**
     * @param user what the services sign in as: nothing dangerous, nothing administrative
     * @param admin may do everything; for the launcher and for forensics
     */
    public record Redis(String uri, User user, User admin) {

        /** A user of this run. */
        public record User(String name, String password) {

            @Override
            public String toString() {
                return name;
            }
        }

        @Override
        public String toString() {
            return "Redis[redacted]";
        }
    }

    /**
     * @param bootstrap the broker's address
     * @param directory where its records are
     */
    public record Kafka(String bootstrap, Path directory) {}

    /**
     * @param address the realm as services reach it
     * @param issuer the realm as its tokens name it
     * @param directory where its database is
     * @param staffSecret the secret of the client {@code lethe-staff}
     */
    public record Keycloak(URI address, URI issuer, Path directory, String staffSecret) {

        @Override
        public String toString() {
            return "Keycloak[address=" + address + ", issuer=" + issuer + "]";
        }
    }

    /**
     * @param port where mail is accepted
     * @param certificate the server's own, in PEM
     */
    public record Mail(int port, Path certificate) {}

    /** The stack that is described there, if its launcher is alive. */
    public static Optional<StackState> read(Path file) {
        try {
            StackState state = JSON.readValue(Files.readString(file), StackState.class);
            return state.running() ? Optional.of(state) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with more ports, or others. */
    public StackState withPorts(Map<String, Integer> more) {
        var all = new TreeMap<>(ports);
        all.putAll(more);
        return new StackState(
                launcher,
                run,
                gateway,
                site,
                inbox,
                certificate,
                redis,
                kafka,
                keycloak,
                mail,
                nameServer,
                secrets,
                files,
                temporary,
                geo,
                all,
                pids,
                logs);
    }

    /** Whether its launcher lives; whoever ends a run removes its mark. */
    private boolean running() {
        return ProcessHandle.of(launcher).isPresent() && Files.exists(run.resolve("launcher"));
    }

    /** Writes the file at once, so that nobody reads half of it. */
    public void write(Path file) {
        try {
            Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
            Path unfinished = Files.createTempFile(folder, "stack", ".part");
            Files.writeString(unfinished, JSON.writeValueAsString(this));
            Files.move(
                    unfinished,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
