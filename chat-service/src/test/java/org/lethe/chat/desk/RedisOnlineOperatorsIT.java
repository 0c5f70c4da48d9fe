package org.lethe.chat.desk;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.lethe.stack.test.LetheInfrastructure;

@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class RedisOnlineOperatorsIT extends OnlineOperatorsContract {

    @Inject OnlineOperators operators;

    @Override
    OnlineOperators operators() {
        return operators;
    }

    @Override
    void await(Duration time) {
        Awaitility.await().pollDelay(time).until(() -> true);
    }
}
