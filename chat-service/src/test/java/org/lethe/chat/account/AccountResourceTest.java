package org.lethe.chat.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.runtime.problem.Refusal;

class AccountResourceTest {

    @Test
    void readsItsOwnTags() {
        assertThat(AccountResource.version("\"17\"")).isEqualTo(17);
    }

    @Test
    void insistsOnATag() {
        assertRefused(null, ErrorCode.PRECONDITION_REQUIRED);
    }

    @Test
    void takesEveryOtherTagForOneThatDoesNotFit() {
        assertRefused("*", ErrorCode.PRECONDITION_FAILED);
        assertRefused("W/\"3\"", ErrorCode.PRECONDITION_FAILED);
        assertRefused("\"3\", \"4\"", ErrorCode.PRECONDITION_FAILED);
        assertRefused("\"" + "9".repeat(19) + "\"", ErrorCode.PRECONDITION_FAILED);
    }

    private static void assertRefused(@Nullable String tag, ErrorCode code) {
        assertThatThrownBy(() -> AccountResource.version(tag))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
