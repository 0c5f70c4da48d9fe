package org.lethe.chat.limit;

import io.github.bucket4j.Bucket;

/** What one socket may do in a time. */
public final class ConnectionLimits {
    private final Bucket messages;
    private final Bucket signals;

    public ConnectionLimits(LimitSettings settings) {
        this.messages = new Buckets.Rate(settings.messages(), settings.messagesIn()).bucket();
        this.signals = new Buckets.Rate(settings.signals(), settings.signalsIn()).bucket();
    }

    /** Whether another message may be sent now. */
    public boolean takesMessage() {
        return messages.tryConsume(1);
    }

    /** Whether another sign of typing or reading is worth passing on. */
    public boolean takesSignal() {
        return signals.tryConsume(1);
    }
}
