package org.lethe.contracts.tree;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.event.Digest;

/**
 * A tree at a time: what is signed.
 *
 * @param size how many leaves it has
 */
public record TreeHead(long size, Digest root, Instant at) {

    /** The {@code typ} header of its JWS, so that no other token is taken for a head. */
    public static final String TYPE = "lethe-ledger-head+jwt";

    /** The claim that holds it. */
    public static final String CLAIM = "head";

    public TreeHead {
        if (size < 0) {
            throw new IllegalArgumentException("a tree with less than no leaves");
        }
    }

    /**
     * Reads it from the claims of its JWS, in JSON; {@link IllegalArgumentException} if it isn't
     * there.
     */
    public static TreeHead ofClaims(String claims) {
        try {
            JsonMapper json = WireFormat.mapper();
            TreeHead head = json.treeToValue(json.readTree(claims).path(CLAIM), TreeHead.class);
            if (head == null) {
                throw new IllegalArgumentException("claims without a head");
            }
            return head;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("claims that are not of a head", e);
        }
    }
}
