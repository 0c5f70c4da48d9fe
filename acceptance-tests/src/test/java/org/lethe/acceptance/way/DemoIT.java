package org.lethe.acceptance.way;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.lethe.acceptance.demo.Demo;
import org.lethe.acceptance.suite.SharedSuite;
import org.lethe.stack.suite.LetheStack;

@ExtendWith(SharedSuite.class)
class DemoIT {

    @Test
    void goesTheWholeWayAndLeavesNothing(LetheStack suite) {
        assertThat(Demo.run(suite.state(), System.out)).isTrue();
    }
}
