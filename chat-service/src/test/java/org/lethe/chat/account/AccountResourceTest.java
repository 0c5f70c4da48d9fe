package org.lethe.chat.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.chat.Refused.refuses;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.error.ErrorCode;

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
        refuses(code, () -> AccountResource.version(tag));
    }
}
