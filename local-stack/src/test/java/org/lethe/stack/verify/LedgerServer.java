package org.lethe.stack.verify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.event.SignedHead;

/** Shows a ledger over HTTP as the suite does, in pages of two. */
final class LedgerServer implements AutoCloseable {

    private final TestLedger ledger;
    private final HttpServer server = open();
    private volatile boolean isChanged;
    private volatile boolean isCircle;

    LedgerServer(TestLedger ledger) {
        this.ledger = ledger;
        server.createContext("/", this::answer);
        server.start();
    }

    /** Finds from now on that its records are not those that its tree was made of. */
    void setChanged() {
        isChanged = true;
    }

    /** Its pages lead nowhere from now on. */
    void setCircle() {
        isCircle = true;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String query = exchange.getRequestURI().getQuery();
        if (isChanged && path.startsWith("/v1/ledger/proof/")) {
            answer(exchange, 409, Optional.of(Map.of("code", "ledger-changed")));
            return;
        }
        Optional<?> body =
                switch (path) {
                    case "/v1/ledger/heads" -> Optional.of(heads(number(query, "from")));
                    case "/v1/ledger" -> Optional.of(entries(number(query, "after")));
                    case "/v1/ledger/proof/consistency" ->
                            ledger.consistency(number(query, "from"), number(query, "to"));
                    case "/v1/ledger/proof/inclusion" ->
                            ledger.inclusion(number(query, "entry"), number(query, "size"));
                    default -> Optional.empty();
                };
        answer(exchange, body.isPresent() ? 200 : 404, body);
    }

    private static void answer(HttpExchange exchange, int status, Optional<?> body)
            throws IOException {
        byte[] json = WireFormat.mapper().writeValueAsBytes(body);
        try (exchange) {
            exchange.sendResponseHeaders(status, json.length);
            exchange.getResponseBody().write(json);
        }
    }

    private Suite.Heads heads(int from) {
        List<SignedHead> heads = ledger.export().heads();
        int end = Math.min(from + 2, heads.size());
        return new Suite.Heads(
                heads.subList(Math.min(from, end), end).stream().map(Suite.Head::new).toList(),
                isCircle ? Long.valueOf(from) : from < end ? Long.valueOf(end) : null);
    }

    private Suite.Entries entries(int after) {
        List<LedgerExport.Entry> entries = ledger.export().entries();
        int end = Math.min(after + 2, entries.size());
        return new Suite.Entries(
                entries.subList(after, end).stream()
                        .map(entry -> new Suite.Entry(entry.proof().index(), entry.record()))
                        .toList(),
                end < entries.size() ? Long.valueOf(end) : null);
    }

    private static int number(String query, String name) {
        for (String part : query.split("&")) {
            if (part.startsWith(name + "=")) {
                return Integer.parseInt(part.substring(name.length() + 1));
            }
        }
        throw new AssertionError("asked without " + name);
    }

    private static HttpServer open() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
