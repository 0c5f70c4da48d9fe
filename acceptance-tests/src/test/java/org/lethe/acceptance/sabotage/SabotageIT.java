package org.lethe.acceptance.sabotage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
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
    private static final Set<ServiceKind> ALL = EnumSet.allOf(ServiceKind.class);
    private static final Path CHECKOUT = StackPaths.find().root();

    /** What runs broken just now. */
    private static final Set<ServiceKind> BROKEN = EnumSet.noneOf(ServiceKind.class);

    @TempDir Path folder;

    @Test
    void seesAChatThatIsNotDestroyedWhenItEnds(LetheStack suite) {
        assertThat(
                        leftWith(
                                suite,
                                Set.of(ServiceKind.CHAT),
                                build -> build.withoutDestruction("reason == 'ended'")))
                .anySatisfy(left -> assertThat(left).contains("Redis keys", "chat log"));
    }

    @Test
    void seesALetterThatIsNotDestroyedWhenItIsDispatched(LetheStack suite) {
        assertThat(
                        leftWith(
                                suite,
                                Set.of(ServiceKind.MAIL),
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
                                Set.of(ServiceKind.MAIL),
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
                                Set.of(ServiceKind.FILE),
                                build ->
                                        build.withoutDeletionBy(
                                                "org/lethe/file/blob/BlobStore.class")))
                .anySatisfy(left -> assertThat(left).contains("file relay"));
    }

    @Test
    void seesAnErasureThatErasesNothing(LetheStack suite) {
        assertThat(leftWith(suite, ALL, build -> build.withoutDestruction("reason == 'erased'")))
                .anySatisfy(left -> assertThat(left).contains("Redis keys", "chat log"))
                .anySatisfy(left -> assertThat(left).startsWith("erasure:"));
    }

    /**
     * Attacks with the services running from a broken copy of their build, all others as shipped.
     */
    private List<String> leftWith(
            LetheStack suite, Set<ServiceKind> services, Consumer<SabotagedBuild> sabotage) {
        for (ServiceKind service : services) {
            sabotage.accept(SabotagedBuild.copyOf(service, CHECKOUT, folder));
        }
        run(suite, services, folder);
        return Forensics.quickly(suite.state(), new PrintStream(OutputStream.nullOutputStream()));
    }

    @AfterAll
    static void putTheShippedBuildsBack(LetheStack suite) {
        run(suite, Set.of(), CHECKOUT);
    }

    /** Starts those that are to be broken and those that were, side by side. */
    private static void run(LetheStack suite, Set<ServiceKind> broken, Path builds) {
        Set<ServiceKind> changing = EnumSet.noneOf(ServiceKind.class);
        changing.addAll(broken);
        changing.addAll(BROKEN);
        BROKEN.clear();
        BROKEN.addAll(broken);
        changing.forEach(service -> suite.service(service).kill());
        changing.forEach(service ->
                suite.service(service).launchFrom(broken.contains(service) ? builds : CHECKOUT));
        changing.forEach(service -> suite.service(service).awaitReady());
    }
}
