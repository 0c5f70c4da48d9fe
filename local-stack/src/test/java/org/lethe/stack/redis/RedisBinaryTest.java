package org.lethe.stack.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedisBinaryTest {

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "Redis server v=5.0.14 sha=00000000:0 malloc=jemalloc-5.1.0 bits=64, false",
        "Redis server v=6.2.14 sha=00000000:0 malloc=jemalloc-5.2.1 bits=64, false",
        "Redis server v=7.0.15 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64, true",
        "Valkey server v=8.1.1 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64, true",
        "Redis server v=10.0.0 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64, true",
        "something else, false",
    })
    void usesTheMachinesRedisWhenItKnowsTheVaultsSettings(String says, boolean fits)
            throws IOException {
        assertThat(RedisBinary.fits(serverThatSays(says))).isEqualTo(fits);
    }

    @Test
    void usesNoneThatCannotBeStarted() {
        assertThat(RedisBinary.fits(folder.resolve("missing"))).isFalse();
    }

    private Path serverThatSays(String version) throws IOException {
        Path server = folder.resolve("redis-server");
        Files.writeString(server, "#!/bin/sh\necho '" + version + "'\n");
        return Files.setPosixFilePermissions(server, PosixFilePermissions.fromString("rwx------"));
    }
}
