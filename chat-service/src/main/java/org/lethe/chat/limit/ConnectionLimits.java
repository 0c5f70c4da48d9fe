package org.lethe.chat.limit;

import org.lethe.runtime.limit.Allowance;
import org.lethe.runtime.limit.Rate;

/** What one socket may do in a time. */
public final class ConnectionLimits {
    private final Allowance messages;
    private final Allowance signals;

    public ConnectionLimits(LimitSettings settings) {
        this.messages = new Rate(settings.messages(), settings.messagesIn()).allowance();
        this.signals = new Rate(settings.signals(), settings.signalsIn()).allowance();
    }

    /** Whether another message may be sent now. */
    public boolean takesMessage() {
        return messages.take();
    }

    /** Whether another sign of typing or reading is worth passing on. */
    public boolean takesSignal() {
        return signals.take();
    }
}
