package org.lethe.chat.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lethe.chat.InMemory;
import org.lethe.contracts.id.AccountId;

class ConsoleAttendanceTest {

    private final Leases leases = new Leases();
    private final Attendance attendance = new Attendance(leases, new Settings());
    private final ConsoleAttendance console =
            new ConsoleAttendance(
                    attendance,
                    new Console(
                            "connection",
                            InMemory.operator(InMemory.ANNA, "Anna"),
                            frame -> {},
                            Map.of()));

    @Test
    void countsUntilItLeaves() {
        console.arrive();
        assertThat(leases.running.values()).containsExactly(Duration.ofSeconds(15));
        console.leave();
        assertThat(leases.running.values()).containsExactly(Duration.ofSeconds(3));
    }

    @Test
    void doesNotComeBackWithAFrameThatWasInWorkWhenItLeft() {
        console.arrive();
        console.leave();
        console.arrive();

        assertThat(leases.running.values()).containsExactly(Duration.ofSeconds(3));
        leases.running.clear();
        attendance.renew();
        assertThat(leases.running).isEmpty();
    }

    private static final class Leases implements OnlineOperators {
        private final Map<String, Duration> running = new HashMap<>();

        @Override
        public boolean isAnyOnline(AccountId account) {
            return !running.isEmpty();
        }

        @Override
        public void lease(AccountId account, Map<String, Duration> leases) {
            running.putAll(leases);
        }
    }

    private static final class Settings implements DeskSettings {
        @Override
        public Duration lease() {
            return Duration.ofSeconds(15);
        }

        @Override
        public Duration grace() {
            return Duration.ofSeconds(3);
        }
    }
}
