package org.lethe.gdpr.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.scope.Compartment;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.privacy.seal.Unsealed;

/** Opens what is sealed in one scope; what does not open is left out and noted. */
record Opener(ScopeCipher cipher) {

    private static final Log LOG = Log.of(Opener.class);

    Optional<JsonNode> open(Compartment compartment, String kind, byte[] sealed) {
        return switch (cipher.unseal(compartment, kind, sealed)) {
            case Unsealed.Clear clear -> read(clear.bytes());
            case Unsealed.CompartmentDestroyed _ -> Optional.empty();
            case Unsealed.Damaged _ -> {
                LOG.warn("sealed content is damaged", LogKey.SCOPE.of(cipher.scope()));
                yield Optional.empty();
            }
        };
    }

    private Optional<JsonNode> read(byte[] clear) {
        try {
            return Optional.of(WireFormat.mapper().readTree(clear));
        } catch (IOException _) {
            // The cause quotes the content.
            LOG.warn("sealed content is no JSON", LogKey.SCOPE.of(cipher.scope()));
            return Optional.empty();
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }
}
