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
import org.lethe.chat.live.LimitSettings;
import org.lethe.chat.offline.OfflineSettings;
import org.lethe.chat.visitor.RequestSettings;

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
        "lethe.chat.limits.messages,0",
        "lethe.chat.limits.messages-in,0s",
        "lethe.chat.limits.signals,0",
        "lethe.chat.limits.signals-in,0s",
        "lethe.chat.offline.messages,0",
        "lethe.chat.offline.messages-in,0s",
        "lethe.chat.offline.tracked-senders,0",
        "lethe.chat.offline.repetition,0s",
        "lethe.chat.offline.patience,0s",
        "lethe.chat.requests.requests,0",
        "lethe.chat.requests.requests-in,0s",
        "lethe.chat.requests.tracked-visits,0"
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
                .withMapping(LimitSettings.class)
                .withMapping(OfflineSettings.class)
                .withMapping(RequestSettings.class);
    }
}
