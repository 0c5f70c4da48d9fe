package org.lethe.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.validator.BeanValidationConfigValidatorImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lethe.chat.conversation.ConversationSettings;
import org.lethe.chat.desk.BoardSettings;
import org.lethe.chat.desk.DeskSettings;
import org.lethe.chat.offline.OfflineSettings;

class SettingsTest {

    @Test
    void acceptsTheDefaults() {
        assertThat(builder().build().getConfigMapping(DeskSettings.class).lease()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "lethe.chat.end-ahead,0s",
        "lethe.chat.ending-claim,0s",
        "lethe.chat.board.coalesce,0s",
        "lethe.chat.desk.lease,5s",
        "lethe.chat.desk.grace,-1s",
        "lethe.chat.offline.repetition,0s",
        "lethe.chat.offline.patience,0s"
    })
    void refusesWhatWouldNotWork(String name, String value) {
        SmallRyeConfigBuilder builder = builder().withDefaultValue(name, value);

        assertThatThrownBy(builder::build).isInstanceOf(ConfigValidationException.class);
    }

    private static SmallRyeConfigBuilder builder() {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withValidator(new BeanValidationConfigValidatorImpl())
                .withMapping(BoardSettings.class)
                .withMapping(ConversationSettings.class)
                .withMapping(DeskSettings.class)
                .withMapping(OfflineSettings.class);
    }
}
