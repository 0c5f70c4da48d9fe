package org.lethe.gdpr.request.vault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.scope.Slots;
import org.lethe.gdpr.request.SubjectRequest;
import org.lethe.privacy.seal.ScopeCipher;

/** Seals a request, selectors and all, under the key of its own scope. */
record RequestSeal(ScopeCipher cipher) {

    byte[] seal(SubjectRequest request) {
        JsonNode json = WireFormat.ofSealed().valueToTree(request);
        return cipher.seal(Slots.ERASURE_REQUEST, json);
    }

    Optional<SubjectRequest> open(byte[] sealed) {
        return cipher.open(Slots.ERASURE_REQUEST, sealed).held().map(RequestSeal::read);
    }

    private static SubjectRequest read(JsonNode json) {
        try {
            return WireFormat.ofSealed().treeToValue(json, SubjectRequest.class);
        } catch (JsonProcessingException _) {
            throw new IllegalStateException("a request that can't be read");
        }
    }
}
