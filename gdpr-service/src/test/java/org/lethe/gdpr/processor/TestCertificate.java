package org.lethe.gdpr.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.lethe.stack.certificate.LocalCertificate;

/**
 * A certificate of a domain with its key, made by keytool, which takes a second.
 *
 * @param certificate in PEM
 * @param key in PEM
 */
public record TestCertificate(Path certificate, Path key) {

    /** For the domain of {@link TestOpenDsr}. */
    public static TestCertificate in(Path folder) {
        return of("lethe.example", folder);
    }

    static TestCertificate of(String domain, Path folder) {
        LocalCertificate made = LocalCertificate.ofDomain(folder, domain);
        Path key = folder.resolve(domain).resolve("key.pem");
        try {
            Files.writeString(key, made.privateKey());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TestCertificate(made.certificate(), key);
    }

    public MessageSigner signer() {
        return new MessageSigner(
                ProcessorCertificate.read(certificate, key, "lethe.example"), Clock.systemUTC());
    }

    /** As it is published. */
    public String chain() {
        return signer().chain();
    }
}
