package org.lethe.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PathLabelsTest {

    private final MeterRegistry registry = new SimpleMeterRegistry();

    @BeforeEach
    void filter() {
        registry.config().meterFilter(new PathLabels());
    }

    @Test
    void countsNoCallByTheUrlThatSomebodyNamed() {
        registry.timer("http.client.requests", "uri", "/hooks/mia?token=secret", "method", "POST");
        registry.counter("http.client.queue.size", "address", "mia.example:443");
        registry.counter("lethe.opendsr.callbacks.failed");

        assertThat(registry.getMeters())
                .extracting(meter -> meter.getId().getName())
                .containsExactly("lethe.opendsr.callbacks.failed");
    }

    @Test
    void countsRequestsByNoMethodThatAClientMadeUp() {
        registry.timer("http.server.requests", "uri", "/v1/me", "method", "MIA");

        assertThat(registry.getMeters())
                .extracting(Meter::getId)
                .flatExtracting(Meter.Id::getTags)
                .containsExactlyInAnyOrder(Tag.of("uri", "/v1/me"), Tag.of("method", "OTHER"));
    }

    @Test
    void countsNoPathOfARequestThatWasBrokenOff() {
        registry.timer("http.server.requests", "uri", "/mia@a.example", "status", "RESET");

        assertThat(registry.getMeters())
                .extracting(meter -> meter.getId().getTag("uri"))
                .containsExactly("OTHER");
    }
}
