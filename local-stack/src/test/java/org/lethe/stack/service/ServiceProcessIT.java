package org.lethe.stack.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lethe.stack.layout.StackPaths;
import org.lethe.stack.process.Ports;
import org.lethe.stack.process.ProcessHost;
import org.lethe.stack.process.RunDirectory;

class ServiceProcessIT {

    private static final ServiceInstance SERVICE = new ServiceInstance(ServiceKind.CHAT, 1);

    @TempDir Path root;

    @Test
    void startsAgainFromTheBuildThatItRanFromWhileTheModuleIsBuiltAnew() throws IOException {
        Path build = build();
        int port = Ports.free();
        var environment = Map.of(ServiceEnvironment.PORT, Integer.toString(port));
        var paths = new StackPaths(root);
        try (var host = ProcessHost.start(RunDirectory.create(paths.runs()))) {
            var service =
                    new ServiceProcess(host, SERVICE, port, paths, JvmProfile.LOCAL, environment);
            service.start();
            long first = service.child().pid();
            RunDirectory.delete(build);

            service.kill();
            assertThat(service.child().exitCode()).isEqualTo(128 + 9);
            service.launchAgain();
            service.awaitReady();

            assertThat(service.child().pid()).isNotEqualTo(first);
            assertThat(service.child().alive()).isTrue();
        }
    }

    /** The packaged build of a service that says that it is ready, and can do nothing else. */
    private Path build() throws IOException {
        Path folder = root.resolve(ServiceKind.CHAT.module()).resolve("target/quarkus-app");
        Path jar = Files.createDirectories(folder).resolve("quarkus-run.jar");
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Tiny.class.getName());
        String file = Tiny.class.getName().replace('.', '/') + ".class";
        try (var own = Tiny.class.getClassLoader().getResourceAsStream(file);
                var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.putNextEntry(new JarEntry(file));
            Objects.requireNonNull(own, file).transferTo(out);
        }
        return folder;
    }

    /** Speaks HTTP and nothing else. */
    static final class Tiny {

        private Tiny() {}

        public static void main(String[] arguments) throws IOException {
            int port = Integer.parseInt(System.getenv(ServiceEnvironment.PORT));
            var address = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port);
            var server = HttpServer.create(address, 0);
            server.createContext(
                    "/",
                    exchange -> {
                        exchange.sendResponseHeaders(200, -1);
                        exchange.close();
                    });
            server.start();
        }
    }
}
