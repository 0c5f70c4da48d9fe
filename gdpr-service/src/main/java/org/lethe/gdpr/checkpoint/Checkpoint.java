package org.lethe.gdpr.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.event.Digest;

/**
 * What the first records of the ledger came to: what is signed.
 *
 * @param form what its state says, and which records are entries for who wrote it
 * @param size how many records, which is the offset of the first that it does not cover
 * @param root of the Merkle tree over them
 * @param state the pages that together are what a reader has to know of them
 */
public record Checkpoint(int form, long size, Digest root, List<PageRef> state) {

    /**
     * Must be raised with each change of what a state says or of which records are entries, as by
     * another fact: then all is read again once, and nobody goes on from what a version before took
     * for entries.
     */
    public static final int FORM = 1;

    /** The {@code typ} header of its JWS, so that no other token is taken for a checkpoint. */
    public static final String TYPE = "lethe-ledger-checkpoint+jwt";

    /** The claim that holds it. */
    public static final String CLAIM = "checkpoint";

    /** Of this version. */
    public Checkpoint(long size, Digest root, List<PageRef> state) {
        this(FORM, size, root, state);
    }

    public Checkpoint {
        state = List.copyOf(state);
        if (size < 0) {
            throw new IllegalArgumentException("a checkpoint of less than no records");
        }
    }

    /**
     * Reads it from the claims of its JWS, in JSON; {@link IllegalArgumentException} if none of
     * this form is there.
     */
    public static Checkpoint ofClaims(String claims) {
        try {
            JsonMapper json = WireFormat.mapper();
            Checkpoint checkpoint =
                    json.treeToValue(json.readTree(claims).path(CLAIM), Checkpoint.class);
            if (checkpoint == null || checkpoint.form != FORM) {
                throw new IllegalArgumentException("claims without a checkpoint of this form");
            }
            return checkpoint;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("claims that are not of a checkpoint", e);
        }
    }
}
