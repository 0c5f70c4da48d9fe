package org.lethe.bench.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.lethe.bench.load.Latencies;
import org.lethe.bench.load.OpenLoop;
import org.lethe.bench.load.RelaySocket;
import org.lethe.bench.load.Stamp;
import org.lethe.bench.load.Waiting;
import org.lethe.bench.report.Figure;
import org.lethe.bench.suite.SocketIoRelay;

/** The same chats in the same rhythm through a relay that does nothing else. */
final class BareRelay {

    private static final int LATE_MILLIS = 1_000;

    private BareRelay() {}

    static List<Figure> run(SocketIoRelay relay, BenchOptions options) {
        var arrived = new Latencies();
        var acknowledged = new Latencies();
        var visitors = new ArrayList<RelaySocket>();
        try (relay;
                var desk =
                        new RelaySocket(
                                relay.address(),
                                text -> arrived.record(System.nanoTime() - Stamp.ofText(text)))) {
            for (int number = 0; number < options.chats(); number++) {
                desk.join(chat(number));
                var visitor = new RelaySocket(relay.address(), _ -> {});
                visitor.join(chat(number));
                visitors.add(visitor);
            }
            write(visitors, options.rate(), options.seconds() / 2, acknowledged);
            arrived.reset();
            acknowledged.reset();
            Duration before = relay.spent();
            long sent = write(visitors, options.rate(), options.seconds(), acknowledged);
            Duration spent = relay.spent().minus(before);
            return Stream.of(
                            Peer.times("socket.io, one way", arrived),
                            Peer.times("socket.io, acknowledged", acknowledged),
                            Peer.costs("socket.io", arrived, sent, spent))
                    .flatMap(List::stream)
                    .toList();
        } finally {
            visitors.forEach(RelaySocket::close);
        }
    }

    private static long write(
            List<RelaySocket> visitors, int rate, int seconds, Latencies acknowledged) {
        long sent =
                OpenLoop.run(
                        rate,
                        Duration.ofSeconds(seconds),
                        (number, intended) -> {
                            int visitor = (int) (number % visitors.size());
                            visitors.get(visitor)
                                    .say(
                                            chat(visitor),
                                            Stamp.text(intended),
                                            () ->
                                                    acknowledged.record(
                                                            System.nanoTime() - intended));
                        });
        Waiting.millis(LATE_MILLIS);
        return sent;
    }

    private static String chat(int number) {
        return "chat-" + number;
    }
}
