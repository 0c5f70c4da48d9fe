package org.lethe.acceptance.forensics;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.lethe.acceptance.client.Pause;
import org.lethe.acceptance.journey.Narrator;
import org.lethe.acceptance.journey.People;
import org.lethe.acceptance.journey.Selector;
import org.lethe.privacy.seal.SuiteSecrets;
import org.lethe.stack.layout.StackState;
import org.lethe.stack.service.ServiceKind;
import org.lethe.stack.suite.LetheStack;
import org.lethe.stack.suite.StackSettings;

/**
 * Plants canaries in every field that a person can fill, lives through the way, and attacks what is
 * left: in clear, sealed, and by name. Before the end it proves, with the same searches, that it
 * can find.
 */
public final class Forensics implements AutoCloseable {
    /**
     * Longer than a short-lived visit's deadline, shorter than the time to live behind it: that
     * must not hide a deaf reaper.
     */
    private static final Duration SETTLE = Duration.ofSeconds(15);

    private static final Set<ServiceKind> ALL = EnumSet.allOf(ServiceKind.class);

    /** Who holds sockets. */
    private static final List<ServiceKind> SOCKETS =
            List.of(ServiceKind.PRESENCE, ServiceKind.CHAT);

    /** From the last that was heard of a visitor to the end of the visit. */
    private static final Duration VISIT = Duration.ofSeconds(10);

    /** What was being answered a moment ago may still be held by its thread. */
    private static final Duration HANDSHAKE = Duration.ofSeconds(10);

    private final LetheStack stack;
    private final StackState suite;
    private final Report report;
    private final Narrator narrator;
    private final Places places;
    private final KeyEncryptionKey kek;
    private final Recording recording;
    private final Proof proof;
    private final Silence silence;
    private final Afterlife afterlife;
    private final boolean whole;
    private final Set<ServiceKind> searched;
    private final Set<Selector> selectors;
    private List<Canary> canaries = List.of();
    private List<Finding> remains = List.of();

    /**
     * @param searched the services whose memory is searched
     * @param selectors by which people are erased
     */
    private Forensics(
            LetheStack stack,
            PrintStream out,
            boolean skippedFails,
            boolean whole,
            Set<ServiceKind> searched,
            Set<Selector> selectors)
            throws IOException {
        this.stack = stack;
        this.suite = stack.state();
        this.report = new Report(out, skippedFails);
        this.narrator = new Narrator(out);
        this.places = new Places(stack::state);
        this.recording = new Recording(Recording.scopesIn(places.stores()));
        this.kek = KeyEncryptionKey.read(suite.secrets().resolve(SuiteSecrets.KEY_ENCRYPTION));
        this.proof = new Proof(report);
        this.silence = new Silence(places.redis(), VISIT);
        this.afterlife = new Afterlife(places, searched, report, narrator);
        this.whole = whole;
        this.searched = searched;
        this.selectors = selectors;
    }

    /**
     * Starts a suite of its own, because it must read the memory of its processes and wait for the
     * end of visits.
     */
    public static void main(String[] arguments) {
        List<String> left;
        try (LetheStack suite = LetheStack.start(shortLived(StackSettings.beside()))) {
            left = run(suite, System.out, System.getenv("CI") != null);
        }
        System.exit(left.isEmpty() ? 0 : 1);
    }

    /**
     * Lifetimes that can be awaited: a deadline may be configured shorter, never longer. Pages are
     * asked for a sign of life as much more often.
     */
    public static StackSettings shortLived(StackSettings config) {
        return config.with("LETHE_LIFETIMES_VISIT", VISIT.toSeconds() + "s")
                .with("QUARKUS_WEBSOCKETS_NEXT_SERVER_AUTO_PING_INTERVAL", "2s");
    }

    /**
     * @param suite a suite whose visits live for seconds, so that their end can be awaited
     * @param skippedFails whether a place that can't be searched on this system is a failure
     * @return what was left, each naming its place; empty when the promise was kept
     */
    public static List<String> run(LetheStack suite, PrintStream out, boolean skippedFails) {
        try (Forensics forensics =
                new Forensics(suite, out, skippedFails, true, ALL, EnumSet.allOf(Selector.class))) {
            forensics.attack();
            forensics.afterlife.searchKeys();
            forensics.afterlife.searchText(forensics.certain());
            forensics.proof.requireOpened();
            forensics.afterlife.requireSight();
            forensics.proof.requireSight(
                    forensics.places, forensics.suite.redis().user().password());
            forensics.searchInClear();
            return forensics.report.failures();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The attacks that a sabotaged path of destruction falls to; without the long search of every
     * folder and heap, and without the loss of Redis.
     *
     * @param searched services whose memory is searched, which takes seconds each
     * @param selectors by which people are erased, which takes seconds, too
     */
    public static List<String> quickly(
            LetheStack suite, Set<ServiceKind> searched, Set<Selector> selectors, PrintStream out) {
        try (Forensics forensics = new Forensics(suite, out, false, false, searched, selectors)) {
            forensics.attack();
            forensics.afterlife.searchKeys();
            return forensics.report.failures();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The loss of Redis alone, for a sabotage that shows only there. */
    public static List<String> losing(LetheStack suite, PrintStream out) {
        try (Forensics forensics = new Forensics(suite, out, false, false, Set.of(), Set.of())) {
            forensics.loseStore(forensics.life());
            forensics.report.mustBeClean("by name", forensics.remains);
            return forensics.report.failures();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void attack() {
        Life life = life();
        narrator.chapter("Life, with canaries in every field");
        life.live(silence::begin);
        narrator.step("everything has ended", this::awaitEnd);
        life.requireNoErasedMail();
        List<Finding> overdue = List.of(places.redis().overdue());
        if (whole) {
            loseStore(life);
        }
        report.title("Silence: what the end of a socket makes of a visit");
        report.mustBeClean("silence", silence.outlived());
        report.title(
                "By name: what is still stored of %d visits, chats and letters"
                        .formatted(recording.scopes().size()));
        report.mustBeClean("by name", remains);
        report.title("Overdue: what the suite's own watchdog found, and would have removed");
        report.mustBeClean("overdue", overdue);
        report.title(
                "Sealed: %d recorded ciphertexts, with the key-encryption key"
                        .formatted(recording.ciphertexts().size()));
        report.mustBeClean("sealed", open(canaries, places.everyStore()));
    }

    private Life life() {
        return new Life(
                People.of(suite),
                narrator,
                this::look,
                this::lookAtHandshakes,
                report::fail,
                places,
                selectors);
    }

    /** All else has ended: nobody's end may be the loss. */
    private void loseStore(Life life) {
        List<Finding> before = remains;
        life.loseStore(stack::loseRedis);
        narrator.step("nothing of it is stored", this::awaitEnd);
        remains = Stream.concat(before.stream(), remains.stream()).toList();
    }

    /**
     * A moment of life: records what is sealed, and opens it with what the stores hold just then.
     */
    private void look(List<Canary> planted) {
        canaries = planted;
        recording.take(places.stores());
        SealedAttack attack = new SealedAttack(kek, recording, Needle.of(canaries));
        List<Finding> opened = attack.attack(places.keys());
        proof.note(opened);
        afterlife.note(attack);
        if (whole) {
            afterlife.look(certain());
        }
        report.mustBeFound("opening during life", opened);
    }

    /**
     * A moment at which sockets are open, whose handshakes are over. Early in life: a look at a
     * heap collects, and must not do it for chats that have ended.
     */
    private void lookAtHandshakes(Canary brought) {
        Haystack haystack = new Haystack(Needle.of(List.of(brought)));
        List<ServiceKind> holders = SOCKETS.stream().filter(searched::contains).toList();
        List<Finding> held = new ArrayList<>();
        Pause.until(
                HANDSHAKE,
                () -> {
                    held.clear();
                    held.addAll(haystack.search(places.heaps(holders)));
                    return held.stream().noneMatch(Finding.Found.class::isInstance);
                });
        report.title("Handshakes: what came with those of open sockets");
        report.mustBeClean("handshakes in memory", held);
    }

    private List<Finding> open(List<Canary> canaries, List<Place> keyPlaces) {
        return new SealedAttack(kek, recording, Needle.of(canaries)).attack(keyPlaces);
    }

    /**
     * Waits until nothing of a recorded scope is stored any more; what the last look still found. A
     * later look would find less, because the time to live ends what no reaper ended.
     */
    private void awaitEnd() {
        Pause.until(
                SETTLE,
                () -> {
                    silence.look();
                    remains = Remains.of(recording.scopes(), places.stores());
                    return remains.stream().noneMatch(Finding.Found.class::isInstance);
                });
    }

    private void searchInClear() {
        List<Needle> needles = Needle.of(canaries);
        report.title("In clear: %d canaries in all encodings".formatted(canaries.size()));
        report.mustBeClean("in clear", new Haystack(needles).search(places.small()));
        report.mustBeClean("in clear", new Haystack(certain()).search(places.memory()));
        report.title(
                report.failures().isEmpty()
                        ? "Nothing was found."
                        : "LEFT BEHIND: " + report.failures());
    }

    private List<Needle> certain() {
        return Needle.of(canaries).stream().filter(Needle::isCertain).toList();
    }

    @Override
    public void close() {
        places.close();
    }
}
