package org.lethe.mail.letter;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LeaseTermsTest {

    @Test
    void refusesALeaseThatCantBeHeld() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LeaseTerms(Duration.ofMillis(999), Duration.ofMinutes(1)));
    }

    @Test
    void refusesALeaseThatIsShorterAfterTheLetterWasHandedOver() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LeaseTerms(Duration.ofSeconds(15), Duration.ofSeconds(14)));
    }
}
