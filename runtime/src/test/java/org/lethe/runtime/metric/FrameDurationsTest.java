package org.lethe.runtime.metric;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.frame.DeskClientFrame;

class FrameDurationsTest {

    private static final DeskClientFrame AWAY = new DeskClientFrame.Status(true);

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final FrameDurations.OfSocket desk =
            new FrameDurations(registry).of(DeskClientFrame.class);

    @Test
    void countsAFrameByItsTypeAndWhatBecameOfIt() {
        desk.record(AWAY, System.nanoTime(), Outcome.DONE);
        desk.record(AWAY, System.nanoTime(), Outcome.of(ErrorCode.UNAVAILABLE));
        desk.record(null, System.nanoTime(), Outcome.of(ErrorCode.MALFORMED));

        assertThat(counted("status", "done")).isEqualTo(1);
        assertThat(counted("status", "failed")).isEqualTo(1);
        assertThat(counted("other", "refused")).isEqualTo(1);
    }

    @Test
    void hasAllTimersFromTheStartAndNoMoreLater() {
        int before = registry.getMeters().size();

        desk.record(AWAY, System.nanoTime(), Outcome.REFUSED);

        assertThat(counted("send", "failed")).isZero();
        assertThat(registry.getMeters()).hasSize(before);
        assertThat(registry.getMeters())
                .extracting(Meter::getId)
                .allSatisfy(id -> assertThat(id.getTag("socket")).isEqualTo("desk"));
    }

    @Test
    void makesNothingAnewForAFrame() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int frames = 100_000;
        record(frames);

        long before = threads.getCurrentThreadAllocatedBytes();
        record(frames);
        long each = (threads.getCurrentThreadAllocatedBytes() - before) / frames;

        assertThat(each).as("bytes").isLessThan(8);
    }

    private void record(int frames) {
        for (int i = 0; i < frames; i++) {
            desk.record(AWAY, System.nanoTime(), Outcome.DONE);
        }
    }

    private long counted(String frame, String outcome) {
        return registry.get("lethe.frames")
                .tags("frame", frame, "outcome", outcome)
                .timer()
                .count();
    }
}
