package org.lethe.gdpr.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.event.Digest;

/**
 * What the first records of the ledger came to: what is signed.
 *
 * @param size how many records, which is the offset of the first that it does not cover
 * @param root of the Merkle tree over them
 * @param state the pages that together are what a reader has to know of them
 */
public record Checkpoint(long size, Digest root, List<PageRef> state) {

    /** The {@code typ} header of its JWS, so that no other token is taken for a checkpoint. */
    public static final String TYPE = "lethe-ledger-checkpoint+jwt";

    /** The claim that holds it. */
    public static final String CLAIM = "checkpoint";

    public Checkpoint {
        state = List.copyOf(state);
        if (size < 0) {
            throw new IllegalArgumentException("a checkpoint of less than no records");
        }
    }

    /**
     * Reads it from the claims of its JWS, in JSON; {@link IllegalArgumentException} if it isn't
     * there.
     */
    public static Checkpoint ofClaims(String claims) {
        try {
            JsonMapper json = WireFormat.mapper();
            Checkpoint checkpoint =
                    json.treeToValue(json.readTree(claims).path(CLAIM), Checkpoint.class);
            if (checkpoint == null) {
                throw new IllegalArgumentException("claims without a checkpoint");
            }
            return checkpoint;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("claims that are not of a checkpoint", e);
        }
    }
}
