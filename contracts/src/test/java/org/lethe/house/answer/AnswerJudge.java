package org.lethe.house.answer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Judges answers by documents, and remembers which operations were seen to answer, and how. */
public final class AnswerJudge {

    /** Maven runs the tests of a module in its folder. */
    private static final Path FOLDER = Path.of("../docs/api");

    private static final int SUCCESS = 2;

    private final List<Operation> operations;
    private final Map<Operation, Set<Integer>> seen = new ConcurrentHashMap<>();

    AnswerJudge(List<Operation> operations) {
        this.operations = operations;
    }

    /** Where the document of a service lies, if it has one. */
    public static Path document(String service) {
        return FOLDER.resolve("openapi-" + service.replaceFirst("-service$", "") + ".yaml");
    }

    /** Judges by the document of one service. */
    public static AnswerJudge of(String service) {
        return new AnswerJudge(ApiDocument.read(document(service)).operations());
    }

    /** Judges by the documents of all services. */
    public static AnswerJudge ofAll() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return new AnswerJudge(
                    files.filter(file -> file.getFileName().toString().startsWith("openapi-"))
                            .flatMap(file -> ApiDocument.read(file).operations().stream())
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Fails if the answer is not one that its operation's document describes.
     *
     * @return whether a document has the operation
     */
    public boolean judge(Answer answer) {
        for (Operation operation : operations) {
            if (operation.wasAsked(answer)) {
                operation.judge(answer);
                seen.computeIfAbsent(operation, _ -> ConcurrentHashMap.newKeySet())
                        .add(answer.status() / 100);
                return true;
            }
        }
        return false;
    }

    public void forget() {
        seen.clear();
    }

    public List<Operation> operations() {
        return operations;
    }

    /** The operations of which no success was judged. */
    public List<Operation> withoutSuccess() {
        return operations.stream()
                .filter(operation -> !seen.getOrDefault(operation, Set.of()).contains(SUCCESS))
                .toList();
    }
}
