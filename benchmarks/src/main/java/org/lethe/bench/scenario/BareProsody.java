package org.lethe.bench.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.lethe.bench.load.Latencies;
import org.lethe.bench.load.OpenLoop;
import org.lethe.bench.load.Stamp;
import org.lethe.bench.load.Waiting;
import org.lethe.bench.load.XmppSocket;
import org.lethe.bench.report.Figure;
import org.lethe.bench.suite.Prosody;

/**
 * As many visitors in the same rhythm through Prosody, which hands what they say to the desk's
 * session and acknowledges nothing.
 */
final class BareProsody {

    private static final int LATE_MILLIS = 1_000;
    private static final double PER = 10_000;

    private BareProsody() {}

    static List<Figure> run(Prosody prosody, BenchOptions options) {
        var arrived = new Latencies();
        try (prosody;
                var desk =
                        session(
                                prosody,
                                text -> arrived.record(System.nanoTime() - Stamp.ofText(text)))) {
            var visitors = new ArrayList<XmppSocket>();
            try {
                for (int number = 0; number < options.chats(); number++) {
                    visitors.add(session(prosody, _ -> {}));
                }
                write(visitors, desk, options.rate(), options.seconds() / 2);
                arrived.reset();
                Duration before = prosody.spent();
                long sent = write(visitors, desk, options.rate(), options.seconds());
                Duration spent = prosody.spent().minus(before);
                return figures(arrived, sent, spent);
            } finally {
                visitors.forEach(XmppSocket::close);
            }
        }
    }

    private static XmppSocket session(Prosody prosody, Consumer<String> onMessage) {
        return new XmppSocket(prosody.address(), prosody.domain(), onMessage);
    }

    private static List<Figure> figures(Latencies arrived, long sent, Duration spent) {
        return List.of(
                new Figure("Prosody, one way, p50", arrived.millis(50), "ms"),
                new Figure("Prosody, one way, p99", arrived.millis(99), "ms"),
                new Figure("Prosody, lost", sent - arrived.count(), "messages"),
                new Figure(
                        "Prosody",
                        spent.toMillis() / 1000.0 * PER / sent,
                        "CPU s per 10,000 messages"));
    }

    private static long write(List<XmppSocket> visitors, XmppSocket desk, int rate, int seconds) {
        long sent =
                OpenLoop.run(
                        rate,
                        Duration.ofSeconds(seconds),
                        (number, intended) ->
                                visitors.get((int) (number % visitors.size()))
                                        .say(desk.name(), Stamp.text(intended)));
        Waiting.millis(LATE_MILLIS);
        return sent;
    }
}
