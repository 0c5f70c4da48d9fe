package org.lethe.stack.certificate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.lethe.privacy.seal.SuiteSecrets;
import org.lethe.stack.process.PartFailure;

/** The certificate that a suite on this machine signs OpenDSR's messages with: self-signed. */
public final class ProcessorFiles {

    /** As {@code lethe.opendsr.domain} is where nobody sets it. */
    private static final String DOMAIN = "lethe.example";

    private ProcessorFiles() {}

    /**
     * Writes certificate and key beside the suite's other secrets.
     *
     * @param certificates where they are kept from start to start
     */
    public static void write(Path certificates, Path secrets) {
        LocalCertificate certificate = LocalCertificate.ofDomain(certificates, DOMAIN);
        try {
            Files.createDirectories(secrets);
            Path key = secrets.resolve(SuiteSecrets.OPENDSR_KEY);
            Files.deleteIfExists(key);
            Files.createFile(
                    key,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(key, certificate.privateKey());
            Files.writeString(
                    secrets.resolve(SuiteSecrets.OPENDSR_CERTIFICATE),
                    Files.readString(certificate.certificate()));
        } catch (IOException e) {
            throw new PartFailure("certificate", "can't be written for OpenDSR", e);
        }
    }
}
