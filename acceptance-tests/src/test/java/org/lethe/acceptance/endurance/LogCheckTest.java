package org.lethe.acceptance.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogCheckTest {

    private static final String WARNING =
            "2026-01-01T00:00:00.000Z WARN  [or.le.ru.ev.TopicGuard] waiting for Kafka";
    private static final String OF_A_LIBRARY =
            "2026-01-01T00:00:00.000Z ERROR [or.ap.ka.cl.co.in.ConsumerCoordinator] lethe.letters.v1";
    private static final String OURS_ELSEWHERE =
            "2026-01-01T00:00:00.000Z ERROR [io.qu.sc.Invoker] org.lethe.privacy.redis.Store";
    private static final String ERROR =
            "2026-01-01T00:00:00.000Z ERROR [or.le.pr.ou.OutboxRelay] The outbox relay failed";

    private final List<Broken> broken = new ArrayList<>();
    private final LogCheck check = new LogCheck(broken::add);

    @Test
    void isContentWithWarningsAndWithLibraries() {
        check.judge("chat-service", List.of(WARNING, OF_A_LIBRARY, "\tat java.lang.Thread.run"));

        assertThat(broken).isEmpty();
    }

    @Test
    void seesAnError() {
        check.judge("chat-service", List.of(WARNING, ERROR, OURS_ELSEWHERE));

        assertThat(broken).hasSize(1);
        assertThat(broken.getFirst().how()).startsWith("2 errors").contains("OutboxRelay");
    }
}
