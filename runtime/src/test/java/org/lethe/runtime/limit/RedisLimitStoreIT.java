package org.lethe.runtime.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.AccountId;
import org.lethe.privacy.seal.KeyEncryption;
import org.lethe.stack.fixture.LetheInfrastructure;

@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class RedisLimitStoreIT extends LimitStoreContract {

    private static final int CAPACITY = 40;

    @Inject LimitStore store;
    @Inject KeyEncryption kek;
    @Inject Clock clock;

    @Override
    LimitStore store() {
        return store;
    }

    @Test
    void letsReplicasCountTogether() throws Exception {
        // Given two replicas, and a subject that nobody counted before
        Limits[] replicas = {replica(), replica()};
        var subject = Subject.of(AccountId.of("a" + UUID.randomUUID().toString().substring(0, 8)));

        // When both are asked at once, for more than there is
        long taken;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asking =
                    threads.invokeAll(
                            IntStream.range(0, CAPACITY * 2)
                                    .mapToObj(i ->
                                            (Callable<Boolean>)
                                                    () ->
                                                            replicas[i % 2].take(
                                                                    Limit.VISITS_PER_ACCOUNT,
                                                                    subject,
                                                                    1))
                                    .toList());
            taken = asking.stream().filter(answer -> answer.resultNow()).count();
        }

        // Then
        assertThat(taken).isEqualTo(CAPACITY);
    }

    private Limits replica() {
        return new Limits(
                store,
                kek,
                clock,
                TestLimits.settings(
                        Map.of("lethe.limits.visits-per-account", CAPACITY + " in 10h")));
    }
}
