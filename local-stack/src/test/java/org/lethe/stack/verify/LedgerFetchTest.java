package org.lethe.stack.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.event.SignedHead;
import org.lethe.stack.process.Http;

/** What is fetched of a suite that answers over HTTP. */
class LedgerFetchTest {

    private final TestLedger ledger = new TestLedger();
    private final HttpServer server = server();

    @BeforeEach
    void grow() {
        ledger.head();
        ledger.count();
        ledger.countOfAnother();
        ledger.head();
        ledger.erase();
        ledger.head();
        ledger.count();
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void fetchesWhatCanBeVerified() throws IOException {
        LedgerExport fetched = fetch(Optional.of("a token"), LedgerExport.NONE);

        assertThat(fetched.heads()).hasSize(3);
        assertThat(fetched.entries()).as("one has no head yet").hasSize(2);
        assertThat(new LedgerVerification(ledger.keys()).verify(fetched, LedgerExport.NONE))
                .isEmpty();
    }

    @Test
    void fetchesHeadsAloneForWhoIsNotSignedIn() throws IOException {
        LedgerExport fetched = fetch(Optional.empty(), LedgerExport.NONE);

        assertThat(fetched.entries()).isEmpty();
        assertThat(new LedgerVerification(ledger.keys()).verify(fetched, LedgerExport.NONE))
                .isEmpty();
    }

    @Test
    void asksForTheGrowthSinceItWasKept() throws IOException {
        ledger.head();
        LedgerExport all = fetch(Optional.empty(), LedgerExport.NONE);
        LedgerExport kept = new LedgerExport(all.heads().subList(3, 4), List.of(), List.of());
        ledger.count();
        ledger.head();

        LedgerExport fetched = fetch(Optional.empty(), kept);

        assertThat(new LedgerVerification(ledger.keys()).verify(fetched, kept)).isEmpty();
    }

    @Test
    void failsWhereNoLedgerIs() {
        var elsewhere = new Suite(Http.PLAIN, address(), Optional.empty());
        server.removeContext("/");

        assertThatThrownBy(() -> elsewhere.heads(0)).isInstanceOf(IOException.class);
    }

    private LedgerExport fetch(Optional<String> token, LedgerExport kept) throws IOException {
        var suite = new Suite(Http.PLAIN, address(), token);
        return new LedgerFetch(suite, ledger.keys()).fetch(kept);
    }

    private URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** As the service answers; pages of two. */
    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String query = exchange.getRequestURI().getQuery();
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
        byte[] json = WireFormat.mapper().writeValueAsBytes(body);
        try (exchange) {
            exchange.sendResponseHeaders(body.isPresent() ? 200 : 404, json.length);
            exchange.getResponseBody().write(json);
        }
    }

    private Suite.Heads heads(int from) {
        List<SignedHead> heads = ledger.export().heads();
        int end = Math.min(from + 2, heads.size());
        return new Suite.Heads(
                heads.subList(Math.min(from, end), end).stream().map(Suite.Head::new).toList(),
                from < end ? Long.valueOf(end) : null);
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

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
