package org.lethe.bench.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
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
                return Stream.of(
                                Peer.times("Prosody, one way", arrived),
                                Peer.costs("Prosody", arrived, sent, spent))
                        .flatMap(List::stream)
                        .toList();
            } finally {
                visitors.forEach(XmppSocket::close);
            }
        }
    }

    private static XmppSocket session(Prosody prosody, Consumer<String> onMessage) {
        return new XmppSocket(prosody.address(), prosody.domain(), onMessage);
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
