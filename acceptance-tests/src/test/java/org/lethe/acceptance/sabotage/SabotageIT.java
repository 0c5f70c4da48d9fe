package org.lethe.acceptance.sabotage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lethe.acceptance.forensics.Forensics;
import org.lethe.acceptance.suite.SharedSuite;
import org.lethe.stack.LetheStack;
import org.lethe.stack.StackPaths;
import org.lethe.stack.service.ServiceKind;

/** With one path of destruction switched off, forensics must fail and name the place. */
@ExtendWith(SharedSuite.class)
class SabotageIT {
    private static final List<ServiceKind> ALL = List.of(ServiceKind.values());

    @TempDir Path folder;

    @Test
    void seesAChatThatIsNotDestroyedWhenItEnds(LetheStack suite) {
        assertThat(
                        leftWith(
                                suite,
                                List.of(ServiceKind.CHAT),
                                build -> build.withoutDestruction("reason == 'ended'")))
                .anySatisfy(left -> assertThat(left).contains("Redis keys", "chat log"));
    }

    @Test
    void seesALetterThatIsNotDestroyedWhenItIsDispatched(LetheStack suite) {
        assertThat(
                        leftWith(
                                suite,
                                List.of(ServiceKind.MAIL),
                                build ->
                                        build.withoutDestruction(
                                                "reason == 'dispatched' and meta(scope, 'kind') == 'transcript'")))
                .anySatisfy(left -> assertThat(left).contains("Redis keys", "letter body"));
    }

    @Test
    void seesAnOfflineLetterThatIsNotDestroyedWhenItIsDispatched(LetheStack suite) {
        assertThat(
                        leftWith(
                                suite,
                                List.of(ServiceKind.MAIL),
                                build ->
                                        build.withoutDestruction(
                                                "reason == 'dispatched' and meta(scope, 'kind') == 'offline-message'")))
                .anySatisfy(left -> assertThat(left).contains("Redis keys", "letter body"));
    }

    @Test
    void seesAVisitThatOutlivesItsDeadline(LetheStack suite) {
        assertThat(leftWith(suite, ALL, build -> build.withoutDestruction("reason == 'left'")))
                .anySatisfy(left -> assertThat(left).contains("Redis keys", "visit view"));
    }

    @Test
    void seesAFileThatIsNotDeleted(LetheStack suite) {
        assertThat(
                        leftWith(
                                suite,
                                List.of(ServiceKind.FILE),
                                build ->
                                        build.withoutDeletionBy(
                                                "org/lethe/file/blob/DirectoryBlobStore.class")))
                .anySatisfy(left -> assertThat(left).contains("file relay"));
    }

    @Test
    void seesAnErasureThatErasesNothing(LetheStack suite) {
        assertThat(leftWith(suite, ALL, build -> build.withoutDestruction("reason == 'erased'")))
                .anySatisfy(left -> assertThat(left).contains("Redis keys", "chat log"))
                .anySatisfy(left -> assertThat(left).startsWith("erasure:"));
    }

    /**
     * Runs the services from a broken copy of their build, attacks, and puts the shipped ones back.
     */
    private List<String> leftWith(
            LetheStack suite, List<ServiceKind> services, Consumer<SabotagedBuild> sabotage) {
        Path checkout = StackPaths.find().root();
        try {
            for (ServiceKind service : services) {
                sabotage.accept(SabotagedBuild.copyOf(service, checkout, folder));
            }
            restart(suite, services, folder);
            return Forensics.quickly(
                    suite.state(), new PrintStream(OutputStream.nullOutputStream()));
        } finally {
            restart(suite, services, checkout);
        }
    }

    private static void restart(LetheStack suite, List<ServiceKind> services, Path root) {
        services.forEach(service -> suite.service(service).kill());
        services.forEach(service -> suite.service(service).launchFrom(root));
        services.forEach(service -> suite.service(service).awaitReady());
    }
}
