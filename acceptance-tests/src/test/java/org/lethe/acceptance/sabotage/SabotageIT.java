package org.lethe.acceptance.sabotage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lethe.acceptance.forensics.Forensics;
import org.lethe.acceptance.journey.Selector;
import org.lethe.acceptance.suite.SharedSuite;
import org.lethe.stack.layout.StackPaths;
import org.lethe.stack.service.ServiceKind;
import org.lethe.stack.suite.LetheStack;

/** With a path of destruction switched off, forensics must fail and name the place. */
@ExtendWith(SharedSuite.class)
class SabotageIT {
    private static final Set<ServiceKind> ALL = EnumSet.allOf(ServiceKind.class);
    private static final Path CHECKOUT = StackPaths.find().root();

    private static final int LOSSES = 5;

    /** Whose memory is searched where that shows something. */
    private static final Set<ServiceKind> MEMORY = Set.of(ServiceKind.PRESENCE);

    /** What is looked up in the index. */
    private static final Set<Selector> BY_INDEX = EnumSet.range(Selector.EMAIL, Selector.REFERENCE);

    private static final Set<Selector> BY_LINKS = EnumSet.of(Selector.VISIT, Selector.CHAT);
    private static final Set<Selector> BY_CHAT = EnumSet.of(Selector.CHAT);

    /** What runs broken just now. */
    private static final Set<ServiceKind> BROKEN = EnumSet.noneOf(ServiceKind.class);

    private static final Sabotage CHATS_END =
            destructionUnless(Set.of(ServiceKind.CHAT), "reason == 'ended'");
    private static final Sabotage TRANSCRIPTS_ARE_DISPATCHED =
            destructionUnless(
                    Set.of(ServiceKind.MAIL),
                    "reason == 'dispatched' and meta(scope, 'kind') == 'transcript'");
    private static final Sabotage OFFLINE_LETTERS_ARE_DISPATCHED =
            destructionUnless(
                    Set.of(ServiceKind.MAIL),
                    "reason == 'dispatched' and meta(scope, 'kind') == 'offline-message'");
    private static final Sabotage VISITORS_ARE_MISSED =
            new Sabotage(Set.of(ServiceKind.CHAT), SabotagedBuild::withoutMissingVisitors);
    private static final Sabotage VISITS_END = destructionUnless(ALL, "reason == 'left'");
    private static final Sabotage ERASURES_ERASE = destructionUnless(ALL, "reason == 'erased'");
    private static final Sabotage FILES_ARE_DELETED =
            new Sabotage(
                    Set.of(ServiceKind.FILE),
                    build -> build.withoutDeletionBy("org/lethe/file/blob/BlobStore.class"));
    private static final Sabotage SOCKETS_END_SILENTLY =
            new Sabotage(
                    Set.of(ServiceKind.PRESENCE), SabotagedBuild::withSocketsEndingAsSignsOfLife);
    private static final Sabotage HANDSHAKES_ARE_FORGOTTEN =
            new Sabotage(Set.of(ServiceKind.PRESENCE), SabotagedBuild::withoutForgottenHandshakes);
    private static final Sabotage KEYS_ARE_ZEROED =
            new Sabotage(Set.of(ServiceKind.PRESENCE), SabotagedBuild::withoutZeroedKeys);
    private static final Sabotage ENTRIES_END =
            new Sabotage(ALL, SabotagedBuild::withEntriesLeftBehind);
    private static final Sabotage INDEX_FINDS =
            new Sabotage(Set.of(ServiceKind.GDPR), SabotagedBuild::withoutFinding);
    private static final Sabotage LINKS_LEAD_ON =
            new Sabotage(Set.of(ServiceKind.GDPR), SabotagedBuild::withoutLinks);
    private static final Sabotage LOSSES_ARE_KNOWN =
            new Sabotage(ALL, SabotagedBuild::withoutNewEpochs);

    @TempDir Path folder;

    @Test
    void seesAChatThatDoesNotEndALetterThatOutlivesItsDispatchKeysInMemoryAndABlindIndex(
            LetheStack suite) {
        breakWithout(
                suite, CHATS_END, OFFLINE_LETTERS_ARE_DISPATCHED, KEYS_ARE_ZEROED, INDEX_FINDS);

        List<String> failures = Forensics.quickly(suite, MEMORY, BY_INDEX, quiet());

        BY_INDEX.forEach(selector ->
                assertThat(failures)
                        .anySatisfy(left -> assertThat(left).startsWith("erasure by " + selector)));
        assertThat(failures)
                .anySatisfy(left -> assertThat(left).contains("Redis keys", "chat log"))
                .anySatisfy(left -> assertThat(left).contains("Redis keys", "letter body"))
                .anySatisfy(left ->
                        assertThat(left)
                                .startsWith("keys in memory:")
                                .contains("presence-service memory", "visit's key"));
    }

    @Test
    void seesAVisitThatDoesNotEndItsChatTooAFileAHandshakeAnEntryThatFindsAndALostLink(
            LetheStack suite) {
        breakWithout(
                suite,
                VISITS_END,
                VISITORS_ARE_MISSED,
                FILES_ARE_DELETED,
                HANDSHAKES_ARE_FORGOTTEN,
                ENTRIES_END,
                LINKS_LEAD_ON);

        assertThat(Forensics.quickly(suite, MEMORY, BY_LINKS, quiet()))
                .anySatisfy(left -> assertThat(left).startsWith("erasure by visit:"))
                .anySatisfy(left -> assertThat(left).startsWith("erasure by chat:"))
                .anySatisfy(left -> assertThat(left).contains("chat entry of the index"))
                .anySatisfy(left -> assertThat(left).contains("Redis keys", "visit view"))
                .anySatisfy(left -> assertThat(left).contains("Redis keys", "chat form"))
                .anySatisfy(left -> assertThat(left).contains("file relay"))
                .anySatisfy(left ->
                        assertThat(left)
                                .startsWith("handshakes in memory:")
                                .contains("presence-service heap", "cookie"));
    }

    @Test
    void seesWhatOutlivesAnErasureADispatchOrAPageAndALossThatNobodyTells(LetheStack suite) {
        breakWithout(
                suite,
                ERASURES_ERASE,
                TRANSCRIPTS_ARE_DISPATCHED,
                SOCKETS_END_SILENTLY,
                LOSSES_ARE_KNOWN);

        assertThat(Forensics.quickly(suite, Set.of(), BY_CHAT, quiet()))
                .anySatisfy(left -> assertThat(left).contains("Redis keys", "chat log"))
                .anySatisfy(left -> assertThat(left).startsWith("erasure by chat:"))
                .anySatisfy(left -> assertThat(left).contains("Redis keys", "letter body"))
                .anySatisfy(left ->
                        assertThat(left).startsWith("silence:").contains("Redis keys", "visit"));
        assertThat(ofALossThatIsNotTold(suite))
                .anySatisfy(left -> assertThat(left).startsWith("a lost store:"));
    }

    /**
     * A service that asks for a scope before the shard has an epoch again, this one's or another,
     * knows all the same that it was lost. Whether it does is a matter of milliseconds.
     */
    private static List<String> ofALossThatIsNotTold(LetheStack suite) {
        return Stream.generate(() -> Forensics.losing(suite, quiet()))
                .limit(LOSSES)
                .filter(left -> !left.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** What is switched off in the builds of which services. */
    private record Sabotage(Set<ServiceKind> services, Consumer<SabotagedBuild> change) {}

    private static Sabotage destructionUnless(Set<ServiceKind> services, String condition) {
        return new Sabotage(services, build -> build.withoutDestruction(condition));
    }

    /**
     * Runs services from broken copies of their builds, all others as shipped. Some paths at a
     * time, none of which hides what another leaves.
     */
    private void breakWithout(LetheStack suite, Sabotage... paths) {
        Set<ServiceKind> services = EnumSet.noneOf(ServiceKind.class);
        Stream.of(paths).map(Sabotage::services).forEach(services::addAll);
        for (ServiceKind service : services) {
            SabotagedBuild build = SabotagedBuild.copyOf(service, CHECKOUT, folder);
            Stream.of(paths)
                    .filter(path -> path.services().contains(service))
                    .forEach(path -> path.change().accept(build));
        }
        run(suite, services, folder);
        SharedSuite.awaitAdmission(suite);
    }

    private static PrintStream quiet() {
        return new PrintStream(OutputStream.nullOutputStream());
    }

    @AfterAll
    static void putTheShippedBuildsBack(LetheStack suite) {
        run(suite, Set.of(), CHECKOUT);
    }

    /**
     * Starts those that are to be broken and those that were, side by side, on an empty store. What
     * destroys no visit has destroyed none of an earlier test either. Once it is due, services know
     * that they destroy too late, and take nobody in: life would not even begin.
     */
    private static void run(LetheStack suite, Set<ServiceKind> broken, Path builds) {
        Set<ServiceKind> changing = EnumSet.noneOf(ServiceKind.class);
        changing.addAll(broken);
        changing.addAll(BROKEN);
        BROKEN.clear();
        BROKEN.addAll(broken);
        changing.forEach(service -> suite.service(service).kill());
        suite.loseRedis();
        changing.forEach(service ->
                suite.service(service).launchFrom(broken.contains(service) ? builds : CHECKOUT));
        changing.forEach(service -> suite.service(service).awaitReady());
    }
}
