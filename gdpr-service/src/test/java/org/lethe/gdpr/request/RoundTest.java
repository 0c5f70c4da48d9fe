package org.lethe.gdpr.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.lethe.gdpr.subject.Ids.ACME;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.ErasureId;
import org.lethe.gdpr.request.Acknowledgements.Round;

class RoundTest {

    private final ErasureId request =
            new RequestId(UUID.randomUUID().toString()).scope(ACME, "t3st");

    @Test
    void isAnnouncedUnderAnIdOfItsOwn() {
        for (int number = 0; number < 36; number++) {
            var round = new Round(request, number);

            assertThat(Round.of(round.id())).isEqualTo(round);
            assertThat(round.id().equals(request)).isEqualTo(number == 0);
            assertThat(round.id().shard()).isEqualTo(request.shard());
        }
    }

    @Test
    void hasANumberThatFitsIntoItsId() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Round(request, 36));
    }
}
