package org.lethe.privacy.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.VisitId;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptCall;

class ScopeBatchTest {

    private static final Script RENEW = Script.load("vault/renew.lua");

    @Test
    void keepsEachCallAndEachRoundTripShort() {
        List<List<ScriptCall>> trips = new ScopeBatch(RENEW).addAll(visits(7, 260)).trips();

        assertThat(trips)
                .extracting(trip -> trip.stream().map(call -> call.args().size()).toList())
                .containsExactly(
                        List.of(25, 25, 25, 25), List.of(25, 25, 25, 25), List.of(25, 25, 10));
    }

    @Test
    void putsSmallCallsOfManyShardsIntoOneRoundTrip() {
        var batch = new ScopeBatch(RENEW, "for all");
        IntStream.range(0, 64).forEach(shard -> batch.addAll(visits(shard, 2)));

        List<List<ScriptCall>> trips = batch.trips();

        assertThat(trips).extracting(List::size).containsExactly(50, 14);
        assertThat(trips.stream().flatMap(List::stream).map(ScriptCall::shard))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 64).boxed().toList());
        assertThat(trips.getFirst()).allMatch(call -> call.args().size() == 3);
    }

    @Test
    void asksNothingForNobody() {
        assertThat(new ScopeBatch(RENEW).trips()).isEmpty();
    }

    private static List<VisitId> visits(int shard, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new VisitId("v%02d-ep0c-%026d".formatted(shard, i)))
                .toList();
    }
}
