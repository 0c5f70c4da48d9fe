package org.lethe.chat.desk;

import java.time.Duration;
import org.lethe.runtime.fixture.TestClock;

class FakeOnlineOperatorsTest extends OnlineOperatorsContract {

    private final TestClock clock = new TestClock();
    private final FakeOnlineOperators operators = new FakeOnlineOperators(clock);

    @Override
    OnlineOperators operators() {
        return operators;
    }

    @Override
    void await(Duration time) {
        clock.advance(time);
    }
}
