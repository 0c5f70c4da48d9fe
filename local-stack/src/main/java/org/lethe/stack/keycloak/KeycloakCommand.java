package org.lethe.stack.keycloak;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lethe.stack.process.Executables;

/** How Keycloak's JVM is called: as its own script does, without the script between us and it. */
final class KeycloakCommand {

    private static final String JVM =
            """
            -Xms64m -Xmx320m -XX:MaxMetaspaceSize=256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1
            -XX:+UseCompactObjectHeaders -XX:-HeapDumpOnOutOfMemoryError
            -Dfile.encoding=UTF-8 -Duser.language=en -Duser.country=US
            --add-opens=java.base/java.util=ALL-UNNAMED
            --add-opens=java.base/java.util.concurrent=ALL-UNNAMED
            --add-opens=java.base/java.security=ALL-UNNAMED
            --add-opens=java.base/java.lang=ALL-UNNAMED
            --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
            -Djava.util.concurrent.ForkJoinPool.common.threadFactory=\
            io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory
            -Djava.util.logging.manager=org.jboss.logmanager.LogManager
            -Dpicocli.disable.closures=true -Dquarkus-log-max-startup-records=10000
            """;

    private KeycloakCommand() {}

    /**
     * @param flags of the JVM, beside those that all calls have
     * @param properties system properties, each as {@code name=value}
     */
    static List<String> of(
            Path home, List<String> flags, List<String> properties, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Executables.java());
        command.addAll(List.of(JVM.split("\\s+")));
        command.add("-Dkc.home.dir=" + home);
        command.add("-Djboss.server.config.dir=" + home.resolve("conf"));
        command.addAll(flags);
        properties.forEach(property -> command.add("-D" + property));
        command.add("-cp");
        command.add(home.resolve("lib/quarkus-run.jar").toString());
        command.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
        command.addAll(arguments);
        return command;
    }

    /** The server, on a database of its own. */
    static List<String> server(
            Path home, List<String> flags, Path directory, int port, URI publicAddress) {
        return of(
                home,
                flags,
                List.of(
                        "kc.config.built=true",
                        "java.io.tmpdir=" + directory,
                        "ObjectStoreEnvironmentBean.objectStoreDir=" + directory),
                List.of(
                        "start",
                        "--optimized",
                        "--cache=local",
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--hostname=" + publicAddress,
                        // Services fetch keys from the address they were given, not through the
                        // gateway.
                        "--hostname-backchannel-dynamic=true",
                        "--proxy-headers=xforwarded",
                        // Its events tell name and address of everybody whose sign-in fails.
                        "--log-level=warn,org.keycloak.events:off",
                        database(directory)));
    }

    /** The database is a file, so that a run can start from a copy of the prepared one. */
    static String database(Path directory) {
        return "--db-url=jdbc:h2:file:"
                + directory.resolve("keycloakdb")
                + ";NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";
    }
}
