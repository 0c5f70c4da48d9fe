package org.lethe.stack.keys;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lethe.privacy.seal.KeyIds;
import org.lethe.privacy.seal.SecretFiles;

/** Processes that read the files when they are started, as services do. */
final class FakeFleet implements Fleet {

    final Map<String, Integer> older = new HashMap<>();
    int starts;

    /** Whether to start processes again is for somebody else to do. */
    boolean isElsewhere;

    private final Path folder;
    private final List<String> files;
    private final Map<String, Map<String, KeyIds>> processes = new LinkedHashMap<>();

    FakeFleet(Path folder, List<String> files) {
        this.folder = folder;
        this.files = files;
    }

    /** One process reads what lies there now. */
    void start(String name) {
        var read = new HashMap<String, KeyIds>();
        for (String file : files) {
            if (Files.exists(folder.resolve(file))) {
                read.put(file, KeyIds.of(SecretFiles.keyset(folder.resolve(file))));
            }
        }
        processes.put(name, read);
    }

    @Override
    public List<ProcessKeys> ask() {
        return processes.entrySet().stream()
                .map(each -> new ProcessKeys(each.getKey(), each.getValue(), older))
                .toList();
    }

    @Override
    public void startAgain() {
        if (isElsewhere) {
            throw new KeysRefusedException("start them again");
        }
        starts++;
        List.copyOf(processes.keySet()).forEach(this::start);
    }
}
