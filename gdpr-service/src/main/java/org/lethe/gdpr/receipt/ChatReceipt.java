package org.lethe.gdpr.receipt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.google.crypto.tink.jwt.JwtInvalidException;
import com.google.crypto.tink.jwt.RawJwt;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.id.ChatReceiptId;
import org.lethe.contracts.signal.Farewell;

/**
 * What is confirmed of a chat's destruction: reason, counts and times. It names neither chat nor
 * visit nor account; whoever knows the chat's id can derive the number from it.
 *
 * @param farewell what the destruction left, in the step that overwrote the keys
 * @param readBack when the store was asked for the chat, and had nothing of it
 */
record ChatReceipt(ChatReceiptId id, Farewell farewell, Instant readBack) {

    private static final String TYPE = "lethe-chat-receipt+jwt";

    /** What the receipt covers and what it doesn't, said on each. */
    static final List<String> STATEMENTS =
            List.of(
                    "At the effective time the store overwrote and removed the chat's keys, and"
                            + " removed its form, its messages and the notes of its files, in one"
                            + " step. At the time of reading back it was asked for its keys and"
                            + " for all of these, and had none.",
                    "The files' contents were sealed under the same keys. What is left of them"
                            + " anywhere can no longer be opened; it is removed after the effective"
                            + " time, which this receipt does not confirm.",
                    "The memory of running processes is not covered.",
                    "Letters that were made of the chat before, such as a transcript, are not"
                            + " covered.");

    /** The claims of its JWS. */
    RawJwt.Builder claims() {
        var json = WireFormat.mapper();
        var destroyed =
                Map.of("chats", 1, "messages", farewell.messages(), "files", farewell.files());
        try {
            return ReceiptSigner.claims(TYPE)
                    .setJwtId(id.value())
                    .setIssuedAt(readBack)
                    .addStringClaim("reason", farewell.reason().code())
                    .addStringClaim("effective", farewell.at().toString())
                    .addStringClaim("readBack", readBack.toString())
                    .addJsonObjectClaim("destroyed", json.writeValueAsString(destroyed))
                    .addJsonArrayClaim("statements", json.writeValueAsString(STATEMENTS));
        } catch (JsonProcessingException | JwtInvalidException e) {
            throw new IllegalStateException("a receipt that can't be written", e);
        }
    }
}
