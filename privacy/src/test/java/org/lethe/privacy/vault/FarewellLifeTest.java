package org.lethe.privacy.vault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lethe.contracts.retention.Category;
import org.lethe.privacy.redis.script.Script;

class FarewellLifeTest {

    @Test
    void isThatOfTheSchedule() {
        long hours = Category.CHAT_RECEIPT.limits().orElseThrow().lifetime().toHours();

        assertThat(Script.load("vault/destroy.lua").single().source())
                .contains("local FAREWELL_LIFE = " + hours + " * HOUR\n");
    }
}
