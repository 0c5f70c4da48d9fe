package org.lethe.stack.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.event.SignedReceipt;

/** With what {@code ./lethe verify} ends, and what it keeps. */
class VerifyMainTest {

    @TempDir private Path folder;

    private final TestLedger ledger = new TestLedger();
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final ByteArrayOutputStream refused = new ByteArrayOutputStream();

    @BeforeEach
    void writeKeys() throws IOException {
        Files.writeString(folder.resolve("jwks.json"), ledger.jwks());
    }

    @Test
    void endsWithNothingForAGoodReceipt() throws IOException {
        SignedReceipt receipt = ledger.erase();

        assertThat(verify(json(ledger.receipt(receipt)))).isZero();
        assertThat(told()).isEqualToIgnoringNewLines("Nothing wrong was found.");
    }

    @Test
    void endsWithOneForAReceiptWithoutItsPlace() throws IOException {
        assertThat(verify(json(new ReceiptFile(ledger.erase(), null)))).isEqualTo(1);
        assertThat(told()).contains("It is not good.");
    }

    @Test
    void endsWithTwoForWhatIsNeitherReceiptNorLedger() throws IOException {
        for (String other :
                List.of(
                        "",
                        "null",
                        "[]",
                        "{}",
                        "{\"position\":null}",
                        "{\"jws\":null}",
                        "{\"jws\":\"no JWS\"}",
                        "{\"jws\":\"a.b.c\",\"position\":{}}",
                        "{\"heads\":null}",
                        "{\"heads\":[]}")) {
            assertThat(verify(other)).as(other).isEqualTo(2);
            assertThat(told()).as(other).isEmpty();
        }
    }

    @Test
    void endsWithTwoIfWhatWasKeptIsNoLedger() throws IOException {
        ledger.count();
        ledger.head();
        Path kept = Files.writeString(folder.resolve("kept.json"), "{\"jws\":\"a.b.c\"}");

        assertThat(verify(json(ledger.export()))).isZero();
        assertThat(verify(json(ledger.export()), "--kept", kept.toString())).isEqualTo(2);
    }

    @Test
    void keepsWhatIsGoodAndNotWhatReplacesTheEvidence() throws IOException {
        ledger.head();
        ledger.count();
        ledger.count();
        ledger.head();
        Path kept = folder.resolve("kept.json");
        String token = Files.writeString(folder.resolve("token"), "a.token").toString();
        try (var server = new LedgerServer(ledger)) {
            assertThat(verifyAt(server, "--token", token, "--keep", kept.toString())).isZero();
            String good = Files.readString(kept);
            assertThat(good).contains("\"signedIn\":true");

            assertThat(verifyAt(server, "--kept", kept.toString(), "--keep", kept.toString()))
                    .as("without the entries that were kept")
                    .isEqualTo(2);
            assertThat(kept).content().isEqualTo(good);

            ledger.beginAnew();
            ledger.count();
            ledger.count();
            ledger.head();
            assertThat(
                            verifyAt(
                                    server,
                                    "--token",
                                    token,
                                    "--kept",
                                    kept.toString(),
                                    "--keep",
                                    kept.toString()))
                    .as("another chain")
                    .isEqualTo(1);
            assertThat(kept).content().isEqualTo(good);

            server.setChanged();
            assertThat(verifyAt(server, "--keep", kept.toString())).isEqualTo(1);
            assertThat(kept).content().isEqualTo(good);
        }
    }

    /** A token is a secret, and a file that was taken for another may be somebody's export. */
    @Test
    void repeatsNothingOfWhatItReads() throws IOException {
        ledger.count();
        ledger.head();
        Path token = Files.writeString(folder.resolve("token"), "a.secret\ntoken");
        try (var server = new LedgerServer(ledger)) {
            assertThat(verifyAt(server, "--token", token.toString())).isEqualTo(2);
            assertThat(verify("secret: mia@a.example")).isEqualTo(2);
            assertThat(verify("{\"heads\":[],\"entries\":\"secret\"}")).isEqualTo(2);
        }

        assertThat(refused.toString(StandardCharsets.UTF_8).lines())
                .hasSize(3)
                .allMatch(line -> line.startsWith("It can't be verified"))
                .noneMatch(line -> line.contains("secret"));
    }

    private int verifyAt(LedgerServer server, String... options) {
        var arguments = new ArrayList<>(List.of("ledger", "--url", server.address().toString()));
        arguments.addAll(List.of(options));
        return run(arguments);
    }

    private int verify(String content, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("file.json"), content);
        var arguments = new ArrayList<>(List.of(file.toString()));
        arguments.addAll(List.of(options));
        return run(arguments);
    }

    private int run(List<String> arguments) {
        arguments.addAll(List.of("--keys", folder.resolve("jwks.json").toString()));
        told.reset();
        return VerifyMain.run(
                arguments,
                new PrintStream(told, true, StandardCharsets.UTF_8),
                new PrintStream(refused, true, StandardCharsets.UTF_8));
    }

    private String told() {
        return told.toString(StandardCharsets.UTF_8);
    }

    private static String json(Object written) throws IOException {
        return WireFormat.mapper().writeValueAsString(written);
    }
}
