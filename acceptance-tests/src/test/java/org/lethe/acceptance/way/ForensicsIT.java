package org.lethe.acceptance.way;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.lethe.acceptance.forensics.Forensics;
import org.lethe.acceptance.suite.SharedSuite;
import org.lethe.stack.suite.LetheStack;

@ExtendWith(SharedSuite.class)
class ForensicsIT {

    @Test
    void findsNothingAfterTheEnd(LetheStack suite) {
        assertThat(Forensics.run(suite, System.out, System.getenv("CI") != null)).isEmpty();
    }
}
