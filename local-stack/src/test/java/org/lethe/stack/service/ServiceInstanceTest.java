package org.lethe.stack.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceInstanceTest {

    @ParameterizedTest
    @EnumSource(ServiceKind.class)
    void isFoundByItsName(ServiceKind kind) {
        for (int number = 1; number <= ServiceInstance.MOST; number++) {
            var instance = new ServiceInstance(kind, number);
            assertThat(ServiceInstance.named(instance.name())).contains(instance);
        }
    }

    @Test
    void hasTheNameOfTheServiceIfItIsTheFirst() {
        assertThat(new ServiceInstance(ServiceKind.CHAT, 1).name()).isEqualTo("chat-service");
        assertThat(new ServiceInstance(ServiceKind.CHAT, 1).portCode()).isEqualTo("chat");
        assertThat(new ServiceInstance(ServiceKind.CHAT, 2).name()).isEqualTo("chat-service-2");
        assertThat(new ServiceInstance(ServiceKind.CHAT, 2).portCode()).isEqualTo("chat-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "redis", "chat-service-1", "chat-service-10", "chat", "-2"})
    void isNothingElse(String name) {
        assertThat(ServiceInstance.named(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 10})
    void isOneOfNine(int number) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServiceInstance(ServiceKind.CHAT, number));
    }
}
