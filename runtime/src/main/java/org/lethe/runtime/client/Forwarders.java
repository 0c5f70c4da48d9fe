package org.lethe.runtime.client;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;

/**
 * Notices that forwarded addresses come from nobody but peers that are not trusted: then the
 * gateway is not among {@code lethe.clients.trusted-proxies}, all visitors have its address, and
 * share one allowance.
 */
@ApplicationScoped
public class Forwarders implements MeterBinder {

    private static final Log LOG = Log.of(Forwarders.class);

    /** One who claims to be somebody else is no sign; so many without any other are. */
    private static final int TOO_MANY = 200;

    private final LongAdder untrusted = new LongAdder();
    private final AtomicInteger inARow = new AtomicInteger();

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("lethe.clients.untrusted.forwards", untrusted, LongAdder::sum)
                .description("Requests whose forwarded address was not believed")
                .register(registry);
    }

    /** A request came that names whom it was forwarded for. */
    void saw(boolean trusted) {
        if (trusted) {
            inARow.set(0);
            return;
        }
        untrusted.increment();
        // Said once: the count goes on, and only a trusted one sets it back.
        if (inARow.incrementAndGet() == TOO_MANY) {
            LOG.warn(
                    "No gateway is trusted: all visitors count as one address",
                    LogKey.COUNT.of(TOO_MANY));
        }
    }

    /** Whether there is reason to look at the settings. */
    boolean isSuspicious() {
        return inARow.get() >= TOO_MANY;
    }
}
