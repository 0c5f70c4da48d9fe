package org.lethe.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Counts that are in ledgers already. The digest of an entry is of its bytes as they are written
 * now, so a component that is added later must be left out where an old entry lacks it.
 */
class KeptLeavesTest {

    private static final String WITH_RANGES =
            leaf(
                    ",\"covered\":[{\"topic\":\"lethe.visits.v1\",\"partition\":3,\"from\":10,\"until\":12}]");

    /** As they were before the ranges. */
    private static final String WITHOUT_RANGES = leaf("");

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void areWrittenAsTheyWere(boolean ranges) {
        String leaf = ranges ? WITH_RANGES : WITHOUT_RANGES;

        assertThat(EventCodec.decode(bytes(leaf)))
                .isInstanceOfSatisfying(
                        Decoded.Understood.class,
                        read ->
                                assertThat(EventCodec.encode(read.event()))
                                        .asString(StandardCharsets.UTF_8)
                                        .isEqualTo(leaf));
    }

    @Test
    void differByTheirRanges() {
        assertThat(EventCodec.decode(bytes(WITH_RANGES)))
                .isNotEqualTo(EventCodec.decode(bytes(WITHOUT_RANGES)));
    }

    private static String leaf(String covered) {
        return "{\"specversion\":\"1.0\",\"id\":\"k3f9-s17-1-0\",\"source\":\"/lethe/gdpr-service\","
                + "\"type\":\"org.lethe.ledger.entry.v1\",\"subject\":\"acme\","
                + "\"time\":\"2026-03-01T12:00:00.123Z\",\"datacontenttype\":\"application/json\","
                + "\"data\":{\"account\":\"acme\",\"number\":7,\"fact\":{\"type\":\"scopes-destroyed\","
                + "\"from\":\"2026-03-01T11:59:00.123Z\",\"until\":\"2026-03-01T11:59:59.023Z\","
                + "\"scopes\":{\"visit\":{\"left\":2}}"
                + covered
                + "},\"previous\":\"0000000000000000000000000000000000000000000000000000000000000000\"}}";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
