package org.lethe.chat.desk;

import org.lethe.contracts.id.AccountId;
import org.lethe.privacy.redis.SignalListener;
import org.lethe.privacy.redis.Subscription;

/** The channel on which the replicas hear of changes to the chats of an account. */
interface BoardChannel {

    /** Signals come one at a time, in order; returns when none can be missed any more. */
    Subscription subscribe(AccountId account, SignalListener board);
}
