package org.lethe.contracts.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lethe.contracts.Coded;
import org.lethe.contracts.Golden;

class ErrorCodeTest {

    @ParameterizedTest
    @EnumSource
    void isAGoldenProblem(ErrorCode code) {
        Golden.assertWire("problems/" + code.code(), Problem.of(code));
    }

    @ParameterizedTest
    @EnumSource
    void hasACloseCodeThatSaysWhetherToReconnect(ErrorCode code) {
        assertThat(code.closeCode()).isBetween(4_000, 4_999);
        assertThat(code.closeCode() >= 4_500).isEqualTo(code.retryable());
    }

    @ParameterizedTest
    @EnumSource
    void isFoundByItsCode(ErrorCode code) {
        assertThat(Coded.find(ErrorCode.class, code.code())).contains(code);
    }

    @Test
    void hasDistinctCloseCodes() {
        assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::closeCode))
                .doesNotHaveDuplicates();
    }
}
