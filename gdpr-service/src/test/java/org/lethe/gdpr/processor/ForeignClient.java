package org.lethe.gdpr.processor;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;

/** A controller's program, which has the specification and the JDK, and nothing of ours. */
public final class ForeignClient {

    private static final int DNS_NAME = 2;

    private ForeignClient() {}

    /** Whether the certificate is valid and the domain's, and the signature that of the bytes. */
    public static boolean trusts(String chain, String domain, byte[] body, String signature) {
        try {
            X509Certificate certificate = first(chain);
            certificate.checkValidity();
            if (!isFor(certificate, domain)) {
                return false;
            }
            String algorithm =
                    certificate.getPublicKey().getAlgorithm().equals("RSA")
                            ? "SHA256withRSA"
                            : "SHA256withECDSA";
            var verifier = Signature.getInstance(algorithm);
            verifier.initVerify(certificate);
            verifier.update(body);
            return verifier.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static X509Certificate first(String chain) throws GeneralSecurityException {
        var in = new ByteArrayInputStream(chain.getBytes(StandardCharsets.US_ASCII));
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificates(in).iterator().next();
    }

    private static boolean isFor(X509Certificate certificate, String domain)
            throws GeneralSecurityException {
        return certificate.getSubjectAlternativeNames().contains(List.of(DNS_NAME, domain));
    }
}
