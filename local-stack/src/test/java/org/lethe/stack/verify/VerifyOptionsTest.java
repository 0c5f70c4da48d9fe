package org.lethe.stack.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerifyOptionsTest {

    @Test
    void takesAFileOrTheRunningLedger() {
        assertThat(VerifyOptions.parse(List.of("receipt.json")).file())
                .contains(Path.of("receipt.json"));
        VerifyOptions ledger =
                VerifyOptions.parse(
                        List.of("ledger", "--url", "http://localhost:8080", "--keep", "kept.json"));

        assertThat(ledger.file()).isEmpty();
        assertThat(ledger.address()).contains(URI.create("http://localhost:8080"));
        assertThat(ledger.keep()).contains(Path.of("kept.json"));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> VerifyOptions.parse(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> VerifyOptions.parse(List.of("ledger", "--keys")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> VerifyOptions.parse(List.of("ledger", "--what", "x")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
