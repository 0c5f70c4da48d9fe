package org.lethe.chat.desk;

import org.lethe.chat.conversation.FakeBus;
import org.lethe.contracts.id.AccountId;
import org.lethe.privacy.redis.SignalListener;
import org.lethe.privacy.redis.Subscription;

/** The channel of boards in memory. */
final class FakeBoardChannel implements BoardChannel {

    private final FakeBus bus;

    FakeBoardChannel(FakeBus bus) {
        this.bus = bus;
    }

    @Override
    public Subscription subscribe(AccountId account, SignalListener board) {
        return bus.listen("desk:" + account, board::onSignal)::run;
    }
}
