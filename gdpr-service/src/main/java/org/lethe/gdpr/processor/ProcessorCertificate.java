package org.lethe.gdpr.processor;

import static java.util.stream.Collectors.joining;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.lethe.privacy.seal.SuiteSecrets;

/**
 * The certificate of the processor's domain with the chain above it, and its key.
 *
 * <p>Read at start, and refused then if it is not what a controller can verify with. That it has
 * expired is no reason to refuse: erasing goes on.
 */
final class ProcessorCertificate {

    /** SubjectAltName's tag of a DNS name, in RFC 5280. */
    private static final Integer DNS_NAME = 2;

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private final List<X509Certificate> chain;
    private final PrivateKey key;

    private ProcessorCertificate(List<X509Certificate> chain, PrivateKey key) {
        this.chain = chain;
        this.key = key;
    }

    /** Throws {@link IllegalArgumentException}, which says what is wrong with which file. */
    static ProcessorCertificate read(Path chainFile, Path keyFile, String domain) {
        List<X509Certificate> chain = chain(text(chainFile, SuiteSecrets.OPENDSR_CERTIFICATE));
        X509Certificate own = chain.getFirst();
        require(
                names(own).stream().anyMatch(domain::equalsIgnoreCase),
                "is not for lethe.opendsr.domain: its subject alternative names lack it");
        for (int i = 1; i < chain.size(); i++) {
            requireIssued(chain.get(i - 1), chain.get(i));
        }
        PrivateKey key =
                PrivateKeys.read(
                        text(keyFile, SuiteSecrets.OPENDSR_KEY), own.getPublicKey().getAlgorithm());
        var certificate = new ProcessorCertificate(chain, key);
        require(certificate.fitsKey(), "is not for the key in " + SuiteSecrets.OPENDSR_KEY);
        return certificate;
    }

    /** The chain to be published, the domain's own first: written anew, as a file may hold more. */
    String pem() {
        return chain.stream().map(ProcessorCertificate::pem).collect(joining());
    }

    private static String pem(X509Certificate certificate) {
        try {
            String body = LINES.encodeToString(certificate.getEncoded());
            return "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that can't be written", e);
        }
    }

    Instant expires() {
        return chain.getFirst().getNotAfter().toInstant();
    }

    /** The signature of these bytes: SHA-256 with RSA or ECDSA, the latter in DER. */
    byte[] sign(byte[] message) {
        try {
            var signature = Signature.getInstance(algorithm());
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a message that can't be signed", e);
        }
    }

    private boolean fitsKey() {
        byte[] probe = "probe".getBytes(StandardCharsets.UTF_8);
        try {
            var signature = Signature.getInstance(algorithm());
            signature.initVerify(chain.getFirst().getPublicKey());
            signature.update(probe);
            return signature.verify(sign(probe));
        } catch (GeneralSecurityException | IllegalStateException _) {
            return false;
        }
    }

    private String algorithm() {
        return PrivateKeys.RSA.equals(key.getAlgorithm()) ? "SHA256withRSA" : "SHA256withECDSA";
    }

    private static List<X509Certificate> chain(String pem) {
        try {
            var chain =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(
                                    new ByteArrayInputStream(
                                            pem.getBytes(StandardCharsets.US_ASCII)))
                            .stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            require(!chain.isEmpty(), "holds no certificate");
            return chain;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    SuiteSecrets.OPENDSR_CERTIFICATE + " is no chain of certificates in PEM", e);
        }
    }

    private static List<String> names(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return Objects.requireNonNullElse(names, List.<List<?>>of()).stream()
                    .filter(name -> DNS_NAME.equals(name.getFirst()))
                    .map(name -> name.get(1).toString())
                    .toList();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    SuiteSecrets.OPENDSR_CERTIFICATE + " has names that can't be read", e);
        }
    }

    private static void requireIssued(X509Certificate certificate, X509Certificate issuer) {
        try {
            require(
                    certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal()),
                    "is not in its order: each certificate must be issued by the next");
            certificate.verify(issuer.getPublicKey());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    SuiteSecrets.OPENDSR_CERTIFICATE + " holds one that the next did not sign", e);
        }
    }

    private static String text(Path file, String name) {
        try {
            return Files.readString(file, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    name
                            + " can't be read in lethe.secrets.directory: OpenDSR's answers are"
                            + " signed by a certificate of lethe.opendsr.domain (gdpr-service/README.md)",
                    e);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(SuiteSecrets.OPENDSR_CERTIFICATE + " " + otherwise);
        }
    }
}
