package org.lethe.runtime.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class DoorRoomTest {

    private final Connections connections = new Connections();
    private final DoorRoom room = new DoorRoom(connections, new Ten());

    @Test
    void keepsTheLastTenthForRequests() {
        for (int open = 1; open < 9; open++) {
            connections.opened();
            assertThat(room.isForSockets()).isTrue();
        }
        connections.opened();
        assertThat(room.filledPercent()).isEqualTo(90);
        assertThat(room.isForSockets()).isFalse();

        connections.closed();
        assertThat(room.isForSockets()).isTrue();
    }

    private record Ten() implements DoorSettings {
        @Override
        public Duration headTime() {
            return Duration.ofSeconds(10);
        }

        @Override
        public OptionalInt mostConnections() {
            return OptionalInt.of(10);
        }
    }
}
