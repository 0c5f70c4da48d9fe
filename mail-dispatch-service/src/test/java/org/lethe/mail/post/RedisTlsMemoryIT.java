package org.lethe.mail.post;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.stack.fixture.LetheInfrastructure;

@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class RedisTlsMemoryIT extends TlsMemoryContract {

    private final String server = UUID.randomUUID() + ".example:25";

    @Inject RedisStore store;

    @Override
    TlsMemory memory() {
        return new RedisTlsMemory(store, server);
    }

    @Test
    void knowsOneServerFromAnother() {
        memory().noteOffer();

        assertThat(new RedisTlsMemory(store, "another-" + server).wasOffered()).isFalse();
    }
}
