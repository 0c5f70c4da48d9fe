package org.lethe.runtime.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.runtime.problem.Refusal;

class AddressLimitsTest {

    private static final ClientAddress HERE = ClientAddress.of("192.0.2.1");
    private static final ClientAddress ELSEWHERE = ClientAddress.of("192.0.2.2");

    private final Limits counts =
            TestLimits.of(
                    Map.of(
                            "lethe.limits.ledger-proofs-per-address", "1 in 1h",
                            "lethe.limits.chat-receipts-per-address", "1 in 1h"));
    private final AddressLimits limits = TestLimits.ofAddresses(counts);

    @Test
    void refusesTheAddressThatHasNothingLeft() {
        limits.require(Limit.LEDGER_PROOFS_PER_ADDRESS, HERE);

        assertThatThrownBy(() -> limits.require(Limit.LEDGER_PROOFS_PER_ADDRESS, HERE))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.code()).isEqualTo(ErrorCode.TOO_MANY_REQUESTS));
        assertThat(counts.countsOf(Limit.LEDGER_PROOFS_PER_ADDRESS).refused().sum()).isEqualTo(1);
    }

    @Test
    void countsEachAddressAndEachLimitAlone() {
        limits.require(Limit.LEDGER_PROOFS_PER_ADDRESS, HERE);
        limits.require(Limit.LEDGER_PROOFS_PER_ADDRESS, ELSEWHERE);
        limits.require(Limit.CHAT_RECEIPTS_PER_ADDRESS, HERE);

        assertThat(counts.countsOf(Limit.LEDGER_PROOFS_PER_ADDRESS).refused().sum()).isZero();
        assertThat(counts.countsOf(Limit.CHAT_RECEIPTS_PER_ADDRESS).refused().sum()).isZero();
    }

    @Test
    void doesNotCountInProcessWhatReplicasShare() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limits.require(Limit.VISITS_PER_ADDRESS, HERE));
    }
}
