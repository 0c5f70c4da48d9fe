package org.lethe.gdpr.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ChatReceiptId;
import org.lethe.contracts.signal.Farewell;

class ChatReceiptTest {

    private static final Instant ENDED = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final Instant READ_BACK = ENDED.plusSeconds(60);
    private static final ChatId CHAT = ChatId.of("c07-k3f9-0123456789abcdefghjkmnpqrs");

    private final SigningKeys keys = TestKeys.generate();
    private final ReceiptSigner signer = TestKeys.signer(keys);
    private final ChatReceipt receipt =
            new ChatReceipt(
                    ChatReceiptId.of(CHAT), new Farewell(EndReason.LEFT, 12, 1, ENDED), READ_BACK);

    @Test
    void isSignedSoThatThePublishedKeysVerifyIt() throws GeneralSecurityException {
        Jws jws = Jws.parse(signer.sign(receipt.claims()).jws());

        assertThat(jws.verifies(keys.publicKeys())).isTrue();
        assertThat(jws.verifies(TestKeys.generate().publicKeys())).isFalse();
    }

    @Test
    void saysWhatWasDestroyedWhyAndWhenAndWhenThatWasReadBack() throws Exception {
        JsonNode claims = claims();

        assertThat(claims.path("iss").asText()).isEqualTo("lethe.example");
        assertThat(claims.path("jti").asText()).isEqualTo(ChatReceiptId.of(CHAT).value());
        assertThat(claims.path("reason").asText()).isEqualTo("left");
        assertThat(claims.path("effective").asText()).isEqualTo(ENDED.toString());
        assertThat(claims.path("readBack").asText()).isEqualTo(READ_BACK.toString());
        assertThat(claims.path("destroyed").path("messages").asInt()).isEqualTo(12);
        assertThat(claims.path("destroyed").path("files").asInt()).isEqualTo(1);
        assertThat(claims.path("statements")).hasSize(ChatReceipt.STATEMENTS.size());
        assertThat(claims.has("exp")).isFalse();
    }

    @Test
    void namesNeitherChatNorAccount() throws Exception {
        JsonNode claims = claims();

        assertThat(claims.toString()).doesNotContain(CHAT.unique());
        assertThat(claims.has("aud")).isFalse();
        assertThat(claims.has("sub")).isFalse();
    }

    @Test
    void isNotTakenForTheReceiptOfAnErasure() throws GeneralSecurityException, IOException {
        var signed = signer.sign(receipt.claims());

        assertThat(header(signed.jws()).path("typ").asText()).isEqualTo("lethe-chat-receipt+jwt");
        assertThatThrownBy(() -> signer.verify(signed.jws(), "lethe-receipt+jwt"))
                .isInstanceOf(GeneralSecurityException.class);
    }

    private JsonNode claims() throws GeneralSecurityException, IOException {
        Jws jws = Jws.parse(signer.sign(receipt.claims()).jws());
        return WireFormat.mapper().readTree(jws.claims());
    }

    private static JsonNode header(String jws) throws IOException {
        return WireFormat.mapper().readTree(Base64.getUrlDecoder().decode(Jws.parse(jws).header()));
    }
}
