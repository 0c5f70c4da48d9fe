package org.lethe.stack.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.lethe.stack.process.Executables;
import org.lethe.stack.process.PartFailure;
import org.lethe.stack.process.RunDirectory;

/**
 * A key and its self-signed certificate for {@code localhost}, made by keytool and kept until it is
 * about to expire.
 *
 * @param keyStore in PKCS #12
 * @param certificate in PEM, for who wants to trust it
 */
public record LocalCertificate(Path keyStore, Path certificate, String password) {

    private static final int VALID_DAYS = 365;
    private static final Duration RENEW_BEFORE = Duration.ofDays(7);
    private static final String ALIAS = "lethe";

    /** The certificate of that name below {@code state}; made anew when there is no valid one. */
    public static LocalCertificate in(Path state, String name) {
        Path folder = state.resolve(name);
        var kept =
                new LocalCertificate(
                        folder.resolve("key.p12"), folder.resolve("certificate.pem"), "");
        try {
            if (Files.exists(folder.resolve("password"))) {
                var found = kept.withPassword(Files.readString(folder.resolve("password")));
                if (found.expires().isAfter(Instant.now().plus(RENEW_BEFORE))) {
                    return found;
                }
                RunDirectory.delete(folder);
            }
            make(folder, name);
            return kept.withPassword(Files.readString(folder.resolve("password")));
        } catch (IOException | GeneralSecurityException e) {
            throw new PartFailure("certificate", "can't be made for the " + name, e);
        }
    }

    /** What a server needs to show this certificate. */
    public SSLContext serverContext() {
        try {
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(open(), password.toCharArray());
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a client needs to trust this certificate, and no other. */
    public SSLContext clientContext() {
        return clientContext(certificate);
    }

    /** What a client needs to trust the certificate in a file, in PEM, and no other. */
    public static SSLContext clientContext(Path certificate) {
        try (InputStream pem = Files.newInputStream(certificate)) {
            var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            trusted.setCertificateEntry(
                    ALIAS, CertificateFactory.getInstance("X.509").generateCertificate(pem));
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the certificate can't be used", e);
        }
    }

    @Override
    public String toString() {
        return "LocalCertificate[" + certificate + "]";
    }

    private LocalCertificate withPassword(String read) {
        return new LocalCertificate(keyStore, certificate, read);
    }

    private Instant expires() throws GeneralSecurityException, IOException {
        return ((X509Certificate) open().getCertificate(ALIAS)).getNotAfter().toInstant();
    }

    private KeyStore open() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        try (InputStream source = Files.newInputStream(keyStore)) {
            store.load(source, password.toCharArray());
        }
        return store;
    }

    private static void make(Path folder, String name)
            throws IOException, GeneralSecurityException {
        Path state = Files.createDirectories(folder.toAbsolutePath().getParent());
        // Owner only, as a temporary directory is.
        Path unfinished = Files.createTempDirectory(state, name);
        String password = newPassword();
        var made =
                new LocalCertificate(
                        unfinished.resolve("key.p12"),
                        unfinished.resolve("certificate.pem"),
                        password);
        generate(made);
        byte[] encoded = made.open().getCertificate(ALIAS).getEncoded();
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        Files.writeString(
                made.certificate,
                "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
        Files.writeString(unfinished.resolve("password"), password);
        Files.setPosixFilePermissions(
                unfinished.resolve("password"), PosixFilePermissions.fromString("rw-------"));
        try {
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // Another process was quicker; its certificate is as good.
            if (!Files.exists(folder.resolve("password"))) {
                throw new UncheckedIOException(e);
            }
            RunDirectory.delete(unfinished);
        }
    }

    private static void generate(LocalCertificate made) throws IOException {
        var builder =
                new ProcessBuilder(
                        List.of(
                                Executables.ofJdk("keytool"),
                                "-genkeypair",
                                "-alias",
                                ALIAS,
                                "-keyalg",
                                "EC",
                                "-groupname",
                                "secp256r1",
                                "-validity",
                                Integer.toString(VALID_DAYS),
                                "-dname",
                                "CN=localhost, O=Lethe on this machine",
                                "-ext",
                                "SAN=dns:localhost,ip:127.0.0.1",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                made.keyStore.toString(),
                                // By environment: the arguments of a process can be read by all.
                                "-storepass:env",
                                "LETHE_STORE_PASSWORD"));
        builder.environment().put("LETHE_STORE_PASSWORD", made.password);
        Process process = builder.redirectErrorStream(true).start();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new PartFailure("certificate", "keytool failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailure("certificate", "interrupted", e);
        }
    }

    private static String newPassword() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
