package org.lethe.stack.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lethe.contracts.WireFormat;
import org.lethe.privacy.seal.PublicKeys;
import org.lethe.stack.certificate.LocalCertificate;
import org.lethe.stack.layout.StackPaths;
import org.lethe.stack.layout.StackState;
import org.lethe.stack.process.Http;

/**
 * {@code ./lethe verify}: ends with 0 if nothing wrong was found, with 1 if something was, with 2
 * if it could not be verified.
 */
public final class VerifyMain {

    private static final JsonMapper JSON = WireFormat.mapper();

    /** What RFC 6750 lets a bearer token be. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    private final VerifyOptions options;
    private final PrintStream out;

    private VerifyMain(VerifyOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    /**
     * @param out for what was asked for: what is good and what is not
     * @param err for why it could not be verified
     */
    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        VerifyOptions options;
        try {
            options = VerifyOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.print(VerifyOptions.USAGE);
            return 2;
        }
        try {
            List<Finding> findings = new VerifyMain(options, out).verify();
            findings.forEach(out::println);
            out.println(findings.isEmpty() ? "Nothing wrong was found." : "It is not good.");
            return findings.isEmpty() ? 0 : 1;
        } catch (JsonProcessingException _) {
            // The message would quote what was read, which may be another file than was meant.
            err.println("It can't be verified: what was read is not as it must be");
            return 2;
        } catch (IOException | GeneralSecurityException e) {
            err.println("It can't be verified: " + e.getMessage());
            return 2;
        }
    }

    private List<Finding> verify() throws IOException, GeneralSecurityException {
        PublicKeys keys = keys();
        if (options.file().isPresent()) {
            return verifyFile(keys, options.file().get());
        }
        LedgerExport kept = kept();
        LedgerExport ledger;
        try {
            ledger = new LedgerFetch(suite(), keys).fetch(kept);
        } catch (ChangedLedgerException e) {
            return List.of(new Finding(Finding.Kind.CHANGED, e.text()));
        }
        List<Finding> findings = new LedgerVerification(keys).verify(ledger, kept);
        tell(ledger, kept);
        if (options.keep().isPresent() && findings.isEmpty()) {
            keep(options.keep().get(), ledger, kept);
        }
        return findings;
    }

    /** What was kept is the evidence: nothing replaces it that is not good, or says less. */
    private static void keep(Path file, LedgerExport ledger, LedgerExport kept) throws IOException {
        if (!ledger.signedIn() && !kept.entries().isEmpty()) {
            throw new IOException(
                    "what is to be kept would have no entries; give --token, or no --keep");
        }
        Path written = file.resolveSibling(file.getFileName() + ".new");
        Files.write(written, JSON.writeValueAsBytes(ledger));
        Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private List<Finding> verifyFile(PublicKeys keys, Path file) throws IOException {
        JsonNode tree = JSON.readTree(Files.readAllBytes(file));
        if (tree.has("heads")) {
            LedgerExport ledger = JSON.treeToValue(tree, LedgerExport.class);
            LedgerExport kept = kept();
            tell(ledger, kept);
            return new LedgerVerification(keys).verify(ledger, kept);
        }
        if (!tree.has("jws")) {
            throw new IOException(file + " is neither a receipt nor a ledger");
        }
        return new ReceiptVerification(keys).verify(JSON.treeToValue(tree, ReceiptFile.class));
    }

    private PublicKeys keys() throws IOException, GeneralSecurityException {
        Optional<Path> file = options.keys();
        return PublicKeys.of(file.isPresent() ? Files.readString(file.get()) : suite().keys());
    }

    private LedgerExport kept() throws IOException {
        Optional<Path> file = options.kept();
        if (file.isEmpty()) {
            return LedgerExport.NONE;
        }
        JsonNode tree = JSON.readTree(Files.readAllBytes(file.get()));
        if (!tree.has("heads")) {
            throw new IOException(file.get() + " is no ledger that was kept");
        }
        return JSON.treeToValue(tree, LedgerExport.class);
    }

    private Suite suite() throws IOException {
        Optional<String> token = token();
        if (options.address().isPresent()) {
            return new Suite(HttpClient.newHttpClient(), options.address().get(), token);
        }
        StackState state =
                StackState.read(StackPaths.find().runningStack())
                        .orElseThrow(() ->
                                new IOException(
                                        "no suite runs here; give --url or, for a file, --keys"));
        URI gateway = state.gateway();
        if (gateway == null) {
            throw new IOException("what runs here has no gateway");
        }
        return new Suite(client(state), gateway, token);
    }

    /** Checked here: the client would quote one that can't stand in a header. */
    private Optional<String> token() throws IOException {
        if (options.token().isEmpty()) {
            return Optional.empty();
        }
        String token = Files.readString(options.token().get()).strip();
        if (!TOKEN.matcher(token).matches()) {
            throw new IOException("the file of --token holds no token");
        }
        return Optional.of(token);
    }

    private static HttpClient client(StackState state) {
        Path certificate = state.certificate();
        return certificate == null
                ? Http.PLAIN
                : HttpClient.newBuilder()
                        .sslContext(LocalCertificate.clientContext(certificate))
                        .build();
    }

    /** Also what could not be found, for want of what it takes. */
    private void tell(LedgerExport ledger, LedgerExport kept) {
        out.printf(
                "%d heads, %d proofs of growth, %d entries%n",
                ledger.heads().size(), ledger.growth().size(), ledger.entries().size());
        if (!ledger.signedIn()) {
            out.println("No account's entries were asked for: that takes a token.");
        }
        if (kept.heads().isEmpty()) {
            out.println(
                    "Nothing that was kept was compared: a tail that was cut, a history that was"
                            + " rewritten and entries that are withheld may not be found.");
        }
    }
}
