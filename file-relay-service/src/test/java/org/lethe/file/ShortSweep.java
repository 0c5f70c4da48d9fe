package org.lethe.file;

import java.util.Map;
import org.lethe.stack.fixture.TestSettings;

/** Makes the sweep come often. */
public final class ShortSweep extends TestSettings {

    @Override
    public Map<String, String> start() {
        return Map.of(
                "lethe.file.sweep-every", "2s",
                "lethe.file.lost-after", "6s",
                "lethe.file.abandoned", "8s",
                "lethe.file.upload.per-chat", "1",
                "lethe.file.download.per-chat", "2");
    }
}
