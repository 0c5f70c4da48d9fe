package org.lethe.bench.scenario;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.lethe.acceptance.client.Json;
import org.lethe.bench.cost.Spent;
import org.lethe.bench.load.LoadedChat;
import org.lethe.bench.load.Site;
import org.lethe.bench.load.Transfer;
import org.lethe.bench.report.Figure;
import org.lethe.bench.suite.BenchedSuite;
import org.lethe.bench.suite.Nginx;

/** Files of chats, up and down, by one visitor and by several at once. */
public final class Transfers implements Scenario {

    private static final int BYTES = 24_000_000;

    /** The JVM of a quick start seals without the processor's help, some 20 MB a second. */
    private static final int FEW_BYTES = 2_000_000;

    private static final int AT_ONCE = 8;
    private static final String RATE = "MB/s";

    @Override
    public String name() {
        return "files";
    }

    @Override
    public String question() {
        return "How fast do files of 24 MB (`--quick`: 2 MB) go up, checked and sealed, and down?"
                + " Beside it the same bytes by nginx, where this machine has it: it checks and"
                + " seals nothing.";
    }

    @Override
    public List<Figure> run(BenchedSuite suite, BenchOptions options) {
        byte[] content = new byte[options.quick() ? FEW_BYTES : BYTES];
        Arrays.fill(content, (byte) 'x');
        var figures = new ArrayList<Figure>();
        try (Chats chats = Chats.open(suite, Math.min(AT_ONCE, options.chats()))) {
            Spent before = suite.spent();
            List<LoadedChat> all = IntStream.range(0, chats.count()).mapToObj(chats::get).toList();
            // The first is slow, as it is with nginx.
            transfer(suite.site(), all.subList(0, 1), content, new ArrayList<>());
            transfer(suite.site(), all.subList(0, 1), content, figures);
            if (all.size() > 1) {
                transfer(suite.site(), all, content, figures);
            }
            Spent spent = suite.spent().since(before);
            int files = 2 + (all.size() > 1 ? all.size() : 0);
            double gigabytes = 2.0 * files * content.length / 1e9;
            figures.add(
                    new Figure(
                            "file-relay",
                            spent.processorSeconds("file-relay") / gigabytes,
                            "CPU s a GB"));
            figures.add(
                    new Figure(
                            "file-relay, resident",
                            spent.resident().getOrDefault("file-relay-service", 0L) / 1e6,
                            "MB"));
            chats.end();
            chats.awaitEnded();
        }
        suite.nginx().ifPresent(nginx -> compare(nginx, content, figures));
        return figures;
    }

    private static void transfer(
            Site site, List<LoadedChat> chats, byte[] content, List<Figure> figures) {
        Map<String, String> files = new ConcurrentHashMap<>();
        double up =
                Transfer.rate(
                        chats,
                        content.length,
                        chat -> {
                            files.put(chat.chat(), upload(site, chat, content));
                            return (long) content.length;
                        });
        double down =
                Transfer.rate(
                        chats,
                        content.length,
                        chat ->
                                Transfer.fetch(
                                        Transfer.of(
                                                        site,
                                                        address(site, chat)
                                                                .resolve(
                                                                        "files/"
                                                                                + files.get(
                                                                                        chat
                                                                                                .chat())),
                                                        chat.token())
                                                .build()));
        figures.add(new Figure("up, " + chats.size() + " at once", up, RATE));
        figures.add(new Figure("down, " + chats.size() + " at once", down, RATE));
    }

    /** The id of the file that was taken. */
    private static String upload(Site site, LoadedChat chat, byte[] content) {
        HttpRequest request =
                Transfer.of(site, address(site, chat).resolve("files"), chat.token())
                        .header("Content-Type", "text/plain")
                        .header("Lethe-File-Name", "log.txt")
                        .POST(BodyPublishers.ofByteArray(content))
                        .build();
        return Json.parse(Transfer.send(request)).path("file").asText();
    }

    private static URI address(Site site, LoadedChat chat) {
        return site.fileRelay().resolve("/v1/chats/" + chat.chat() + "/");
    }

    private static void compare(Nginx nginx, byte[] content, List<Figure> figures) {
        try (nginx) {
            put(nginx.file(0), content);
            for (int count : new int[] {1, AT_ONCE}) {
                List<URI> files = IntStream.range(0, count).mapToObj(nginx::file).toList();
                double up =
                        Transfer.rate(
                                files,
                                content.length,
                                file -> {
                                    var _ =
                                            Transfer.send(
                                                    HttpRequest.newBuilder(file)
                                                            .PUT(
                                                                    BodyPublishers.ofByteArray(
                                                                            content))
                                                            .build());
                                    return (long) content.length;
                                });
                double down =
                        Transfer.rate(
                                files,
                                content.length,
                                file -> Transfer.fetch(HttpRequest.newBuilder(file).build()));
                figures.add(new Figure("nginx up, " + count + " at once", up, RATE));
                figures.add(new Figure("nginx down, " + count + " at once", down, RATE));
            }
        }
    }

    private static void put(URI file, byte[] content) {
        var _ =
                Transfer.send(
                        HttpRequest.newBuilder(file)
                                .PUT(BodyPublishers.ofByteArray(content))
                                .build());
    }
}
