package org.lethe.runtime.socket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AttendanceTest {

    private final Attendance attendance = new Attendance();

    @Test
    void isTidiedUpOnceByWhoeverSeesItLeave() {
        assertThat(attendance.arrived()).isTrue();
        assertThat(attendance.left()).isTrue();
        assertThat(attendance.left()).isFalse();
    }

    @Test
    void isTidiedUpByItsGreeterIfItLeftMeanwhile() {
        assertThat(attendance.left()).isFalse();
        assertThat(attendance.arrived()).isFalse();
    }
}
