package org.lethe.gdpr.request.vault;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.scope.Compartment;
import org.lethe.gdpr.request.SubjectRequest;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.privacy.seal.Unsealed;

/** Seals a request, selectors and all, under the key of its own scope. */
record RequestSeal(ScopeCipher cipher) {

    private static final Log LOG = Log.of(RequestSeal.class);
    private static final String KIND = "request";

    byte[] seal(SubjectRequest request) {
        byte[] clear = write(request);
        try {
            return cipher.seal(Compartment.CONTENT, KIND, clear);
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }

    Optional<SubjectRequest> open(byte[] sealed) {
        return switch (cipher.unseal(Compartment.CONTENT, KIND, sealed)) {
            case Unsealed.Clear clear -> Optional.of(read(clear.bytes()));
            case Unsealed.CompartmentDestroyed _ -> Optional.empty();
            case Unsealed.Damaged _ -> {
                LOG.error("a sealed request is damaged", LogKey.ERASURE.of(cipher.scope()));
                yield Optional.empty();
            }
        };
    }

    private static byte[] write(SubjectRequest request) {
        try {
            return WireFormat.mapper().writeValueAsBytes(request);
        } catch (JsonProcessingException _) {
            throw new IllegalStateException("a request that can't be written");
        }
    }

    private static SubjectRequest read(byte[] clear) {
        try {
            return WireFormat.mapper().readValue(clear, SubjectRequest.class);
        } catch (IOException _) {
            throw new IllegalStateException("a request that can't be read");
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }
}
