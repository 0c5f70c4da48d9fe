package org.lethe.file;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Makes the sweep come often. */
public final class ShortSweep implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of(
                "lethe.file.sweep-every", "2s",
                "lethe.file.abandoned", "8s",
                "lethe.file.upload.per-chat", "1",
                "lethe.file.download.per-chat", "2");
    }

    @Override
    public void stop() {}
}
