package org.lethe.chat.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lethe.chat.InMemory;
import org.lethe.chat.TestSettings;
import org.lethe.chat.ending.TestEnding;
import org.lethe.chat.live.TestLive;
import org.lethe.chat.loss.TestLosses;
import org.lethe.contracts.frame.DeskClientFrame;

class AttendanceTest {

    /** After which a console that went without a word does not count any more. */
    private static final Duration GRACE = Duration.ofSeconds(4);

    private final InMemory memory = new InMemory();
    private final Attendance attendance =
            new Attendance(memory.operators, TestSettings.of(DeskSettings.class));
    private final DeskSession anna =
            new DeskSession(
                    new Console(
                            "connection",
                            InMemory.operator(InMemory.ANNA, "Anna"),
                            frame -> {},
                            _ -> true,
                            _ -> {},
                            Map.of()),
                    TestLive.chats(memory),
                    TestDesk.boards(memory),
                    attendance,
                    new AcceptChat(memory.store),
                    TestEnding.endChat(memory),
                    TestLosses.read(memory.clock));

    @Test
    void doesNotCountAsOnlineWhileAway() {
        anna.start();
        anna.onFrame(new DeskClientFrame.Status(true));
        assertThat(memory.operators.isAnyOnline(InMemory.ACME)).isFalse();

        anna.onFrame(new DeskClientFrame.Status(false));
        assertThat(memory.operators.isAnyOnline(InMemory.ACME)).isTrue();
    }

    @Test
    void countsForAMomentWhenTheConsoleGoesWithoutAWord() {
        anna.start();

        anna.stop();

        assertThat(memory.operators.isAnyOnline(InMemory.ACME)).isTrue();
        memory.clock.advance(GRACE);
        assertThat(memory.operators.isAnyOnline(InMemory.ACME)).isFalse();
    }

    @Test
    void doesNotComeBackWithAFrameThatWasInWorkWhenTheConsoleWent() {
        anna.start();
        anna.stop();

        anna.onFrame(new DeskClientFrame.Status(false));
        attendance.renew();

        memory.clock.advance(GRACE);
        assertThat(memory.operators.isAnyOnline(InMemory.ACME)).isFalse();
    }
}
