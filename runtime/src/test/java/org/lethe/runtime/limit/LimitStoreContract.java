package org.lethe.runtime.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What every store of limits does. */
abstract class LimitStoreContract {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final byte[] BINARY = {0, -1, 13, 10, 0};

    private final String name = UUID.randomUUID().toString();

    abstract LimitStore store();

    @Test
    void hasNothingAtFirst() {
        assertThat(store().read(name)).isEmpty();
    }

    @Test
    void replacesWhatWasReadAndNothingElse() {
        assertThat(store().replace(name, null, BINARY, LONG)).isTrue();
        assertThat(store().read(name)).contains(BINARY);
        assertThat(store().replace(name, null, bytes("second"), LONG)).isFalse();
        assertThat(store().replace(name, bytes("other"), bytes("second"), LONG)).isFalse();
        assertThat(store().replace(name, BINARY, bytes("second"), LONG)).isTrue();
        assertThat(store().read(name)).contains(bytes("second"));
    }

    @Test
    void forgetsWhatHasRunOut() {
        store().replace(name, null, BINARY, Duration.ofMillis(50));

        Awaitility.await().until(() -> store().read(name).isEmpty());
        assertThat(store().replace(name, null, BINARY, LONG)).isTrue();
    }

    @Test
    void sharesWhatWasFirst() {
        assertThat(store().share(name, BINARY, LONG)).isEqualTo(BINARY);
        assertThat(store().share(name, bytes("second"), LONG)).isEqualTo(BINARY);
    }

    @Test
    void sharesAnewWhatHasRunOut() {
        store().share(name, BINARY, Duration.ofMillis(50));

        Awaitility.await()
                .until(() -> store().share(name, bytes("next"), LONG)[0] == bytes("next")[0]);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
