package org.lethe.stack.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.lethe.stack.process.Executables;
import org.lethe.stack.process.PartFailure;
import org.lethe.stack.process.RunDirectory;
import org.lethe.stack.process.UnfinishedFolder;

/**
 * A key and its self-signed certificate, for {@code localhost} or a domain, made by keytool and
 * kept until it is about to expire.
 *
 * @param keyStore in PKCS #12
 * @param certificate in PEM, for who wants to trust it
 */
public record LocalCertificate(Path keyStore, Path certificate, String password) {

    private static final int VALID_DAYS = 365;
    private static final Duration RENEW_BEFORE = Duration.ofDays(7);
    private static final String PASSWORD = "password";
    private static final String ALIAS = "lethe";

    /**
     * The certificate for {@code localhost} of that name below {@code state}; made anew when there
     * is no valid one.
     */
    public static LocalCertificate in(Path state, String name) {
        return in(state.resolve(name), "localhost", "dns:localhost,ip:127.0.0.1");
    }

    /** The same for a domain. */
    public static LocalCertificate ofDomain(Path state, String domain) {
        return in(state.resolve(domain), domain, "dns:" + domain);
    }

    private static LocalCertificate in(Path folder, String subject, String names) {
        try {
            if (!Files.exists(folder.resolve(PASSWORD))) {
                make(folder, subject, names);
            } else if (read(folder).expires().isBefore(Instant.now().plus(RENEW_BEFORE))) {
                RunDirectory.delete(folder);
                make(folder, subject, names);
            }
            return read(folder);
        } catch (IOException | GeneralSecurityException e) {
            throw new PartFailure("certificate", "can't be made in " + folder, e);
        }
    }

    private static LocalCertificate read(Path folder) throws IOException {
        return new LocalCertificate(
                folder.resolve("key.p12"),
                folder.resolve("certificate.pem"),
                Files.readString(folder.resolve(PASSWORD)));
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

    /** The key, in PEM (PKCS #8): a secret. */
    public String privateKey() {
        try {
            return pem("PRIVATE KEY", open().getKey(ALIAS, password.toCharArray()).getEncoded());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the certificate's key can't be read", e);
        }
    }

    private static String pem(String label, byte[] encoded) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }

    @Override
    public String toString() {
        return "LocalCertificate[" + certificate + "]";
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

    private static void make(Path folder, String subject, String names)
            throws IOException, GeneralSecurityException {
        // Owner only, as a temporary directory is.
        try (var unfinished = UnfinishedFolder.beside(folder)) {
            Path password = unfinished.path().resolve(PASSWORD);
            Files.writeString(password, new BigInteger(128, new SecureRandom()).toString(16));
            Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
            LocalCertificate made = read(unfinished.path());
            generate(made, subject, names);
            byte[] encoded = made.open().getCertificate(ALIAS).getEncoded();
            Files.writeString(made.certificate, pem("CERTIFICATE", encoded));
            unfinished.finish(unfinished.path(), folder);
        }
    }

    private static void generate(LocalCertificate made, String subject, String names)
            throws IOException {
        var command = new ArrayList<>(List.of(Executables.ofJdk("keytool"), "-genkeypair"));
        Map.of(
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-validity",
                        Integer.toString(VALID_DAYS),
                        "-dname",
                        "CN=" + subject + ", O=Lethe on this machine",
                        "-ext",
                        "SAN=" + names,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        made.keyStore.toString(),
                        // By environment: the arguments of a process can be read by all.
                        "-storepass:env",
                        "LETHE_STORE_PASSWORD")
                .forEach((option, value) -> command.addAll(List.of(option, value)));
        var builder = new ProcessBuilder(command);
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
}
