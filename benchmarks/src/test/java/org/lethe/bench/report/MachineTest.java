package org.lethe.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MachineTest {

    @Test
    void namesTheKernelByItsVersionAlone() {
        assertThat(Machine.system("Linux", "6.18.44-build-host7")).isEqualTo("Linux 6.18");
        assertThat(Machine.system("Linux", "6.8.0-51-generic")).isEqualTo("Linux 6.8");
        assertThat(Machine.system("Linux", "7")).isEqualTo("Linux 7");
        assertThat(Machine.system("Linux", "of-a-friend")).isEqualTo("Linux");
    }

    @Test
    void saysWhatFiguresDependOn() {
        assertThat(Machine.facts()).containsOnlyKeys("Java", "processor", "processors", "system");
    }
}
