package org.lethe.acceptance.forensics;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.lethe.acceptance.client.Pause;
import org.lethe.acceptance.journey.Narrator;
import org.lethe.acceptance.journey.People;
import org.lethe.privacy.vault.SuiteSecrets;
import org.lethe.stack.LetheStack;
import org.lethe.stack.StackConfig;
import org.lethe.stack.StackState;
import org.lethe.stack.service.ServiceKind;

/**
 * Plants canaries in every field that a person can fill, lives through the way, and attacks what is
 * left: in clear, sealed, and by name. Before the end it proves, with the same searches, that it
 * can find.
 */
public final class Forensics implements AutoCloseable {
    private static final List<String> SERVICES =
            Stream.of(ServiceKind.values()).map(ServiceKind::module).toList();

    /**
     * Longer than a short-lived visit's deadline, shorter than the time to live behind it: that
     * must not hide a deaf reaper.
     */
    private static final Duration SETTLE = Duration.ofSeconds(15);

    private final StackState suite;
    private final Report report;
    private final Narrator narrator;
    private final RedisKeys redis;
    private final Folder files;
    private final ProcessMemory redisMemory;
    private final KeyEncryptionKey kek;
    private final Recording recording;
    private final Set<String> opened = new HashSet<>();
    private List<Canary> canaries = List.of();

    private Forensics(StackState suite, PrintStream out, boolean skippedFails) throws IOException {
        this.suite = suite;
        this.report = new Report(out, skippedFails);
        this.narrator = new Narrator(out);
        this.redis = new RedisKeys(suite.redis());
        this.files = new Folder("file relay", suite.files());
        this.redisMemory = new ProcessMemory("Redis memory", pid("redis"));
        this.recording = new Recording(Recording.scopesIn(redis));
        this.kek = KeyEncryptionKey.read(suite.secrets().resolve(SuiteSecrets.KEY_ENCRYPTION));
    }

    /**
     * Starts a suite of its own, because it must read the memory of its processes and wait for the
     * end of visits.
     */
    public static void main(String[] arguments) {
        List<String> left;
        try (LetheStack suite = LetheStack.start(shortLived(StackConfig.beside()))) {
            left = run(suite.state(), System.out, System.getenv("CI") != null);
        }
        System.exit(left.isEmpty() ? 0 : 1);
    }

    /** Lifetimes that can be awaited: a deadline may be configured shorter, never longer. */
    public static StackConfig shortLived(StackConfig config) {
        return config.with("LETHE_LIFETIMES_VISIT", "10s");
    }

    /**
     * @param suite a suite whose visits live for seconds, so that their end can be awaited
     * @param skippedFails whether a place that can't be searched on this system is a failure
     * @return what was left, each naming its place; empty when the promise was kept
     */
    public static List<String> run(StackState suite, PrintStream out, boolean skippedFails) {
        try (Forensics forensics = new Forensics(suite, out, skippedFails)) {
            forensics.attack();
            forensics.prove();
            forensics.searchInClear();
            return forensics.report.failures();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The attacks that a sabotaged path of destruction falls to; without the long search of every
     * folder and heap.
     */
    public static List<String> quickly(StackState suite, PrintStream out) {
        try (Forensics forensics = new Forensics(suite, out, false)) {
            forensics.attack();
            return forensics.report.failures();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void attack() {
        People people =
                new People(
                        Objects.requireNonNull(suite.gateway()),
                        Objects.requireNonNull(suite.site()),
                        suite.inbox());
        Life life = new Life(people, narrator, this::look);
        narrator.chapter("Life, with canaries in every field");
        life.live();
        canaries = life.canaries();
        narrator.step("everything has ended", () -> Pause.until(SETTLE, this::nothingStored));
        report.title(
                "Sealed: %d recorded ciphertexts, with the key-encryption key"
                        .formatted(recording.ciphertexts().size()));
        report.mustBeClean(
                "sealed", open(canaries, List.of(redis, redisMemory, files, temporary())));
        report.title(
                "By name: what is still stored of %d visits, chats and letters"
                        .formatted(recording.scopes().size()));
        report.mustBeClean("by name", remains());
    }

    /**
     * A moment of life: records what is sealed, and opens it with what the stores hold just then.
     */
    private void look(List<Canary> canaries) {
        recording.take(redis, files);
        report.mustBeFound("opening during life", open(canaries, List.of(redis, redisMemory)));
    }

    private List<Finding> open(List<Canary> canaries, List<Place> keyPlaces) {
        List<Finding> findings =
                new SealedAttack(kek, recording, Needle.of(canaries), new SealedFiles())
                        .attack(keyPlaces);
        for (Finding finding : findings) {
            if (finding instanceof Finding.Found found) {
                found.hits().forEach(hit -> opened.add(hit.what()));
            }
        }
        return findings;
    }

    private List<Finding> remains() {
        return new Remains(List.of(redis, files)).of(recording.scopes());
    }

    /** What was lived through is over: nothing of a recorded scope is stored any more. */
    private boolean nothingStored() {
        return remains().stream().noneMatch(Finding.Found.class::isInstance);
    }

    private void prove() throws IOException {
        report.title("The searches can find");
        for (String field : new TreeSet<>(canaries.stream().map(Canary::field).toList())) {
            if (!opened.contains(field)) {
                report.fail("opening during life: never opened the " + field);
            }
        }
        String text = "control-" + System.nanoTime();
        report.mustBeFound(
                "search of folders", searchWithControls(new Canary("control", text, text)));
        String password = suite.redis().user().password();
        report.mustBeFound(
                "search of heaps",
                new ClearSearch(heaps())
                        .search(Needle.of(List.of(new Canary("password", password, password)))));
    }

    private void searchInClear() {
        report.title("In clear: %d canaries in all encodings".formatted(canaries.size()));
        report.mustBeClean("in clear", new ClearSearch(everywhere()).search(Needle.of(canaries)));
        report.title(
                report.failures().isEmpty()
                        ? "Nothing was found."
                        : "LEFT BEHIND: " + report.failures());
    }

    private List<Finding> searchWithControls(Canary control) throws IOException {
        List<Path> planted = new ArrayList<>();
        try {
            for (Folder folder : folders()) {
                planted.add(
                        Files.writeString(
                                folder.path().resolve("forensics-control"),
                                control.value(),
                                StandardCharsets.UTF_16LE));
            }
            return new ClearSearch(List.copyOf(folders())).search(Needle.of(List.of(control)));
        } finally {
            for (Path file : planted) {
                Files.deleteIfExists(file);
            }
        }
    }

    private List<Place> everywhere() {
        List<Place> places = new ArrayList<>();
        places.add(redis);
        places.add(redisMemory);
        places.addAll(folders());
        places.addAll(heaps());
        return places;
    }

    private List<Folder> folders() {
        return List.of(
                files,
                new Folder("Kafka", suite.kafka().directory()),
                new Folder("logs", suite.run().resolve("logs")),
                temporary(),
                new Folder("Keycloak", suite.keycloak().directory()));
    }

    private Folder temporary() {
        return new Folder("temp folder", suite.temporary());
    }

    private List<Place> heaps() {
        return SERVICES.stream()
                .<Place>map(name -> new LiveHeap(name + " heap", pid(name)))
                .toList();
    }

    private long pid(String part) {
        return Objects.requireNonNull(suite.pids().get(part), part);
    }

    @Override
    public void close() {
        redis.close();
    }
}
