package org.lethe.privacy.vault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lethe.contracts.retention.Category;
import org.lethe.privacy.redis.script.Script;

class PreludeTimesTest {

    @ParameterizedTest
    @CsvSource({"FAREWELL_LIFE, CHAT_RECEIPT", "NOTICE_LIFE, CALLBACK"})
    void areThoseOfTheSchedule(String name, Category category) {
        long hours = category.limits().orElseThrow().lifetime().toHours();

        assertThat(Script.load("vault/destroy.lua").single().source())
                .contains("local " + name + " = " + hours + " * HOUR\n");
    }
}
