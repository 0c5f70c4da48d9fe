package org.lethe.bench.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lethe.stack.process.Executables;

class VersionsTest {

    private static final Pattern NUMBER = Pattern.compile("version \"?(\\d+)");

    @Test
    void readsWhatAProgramSays() {
        assertThat(Versions.told(NUMBER, Executables.java(), "-version"))
                .contains(Integer.toString(Runtime.version().feature()));
    }

    @Test
    void saysNothingOfWhatIsNotThere(@TempDir Path folder) {
        assertThat(Versions.told(NUMBER, "no-such-program")).isEmpty();
        assertThat(Versions.told(NUMBER, Executables.java(), "--no-such-option")).isEmpty();
        assertThat(Versions.commit(folder)).isEmpty();
    }
}
