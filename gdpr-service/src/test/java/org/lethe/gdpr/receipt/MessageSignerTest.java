package org.lethe.gdpr.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class MessageSignerTest {

    private final SigningKeys keys = TestKeys.generate();

    @Test
    void signsTheRawBytesAsThePublishedKeysVerify() {
        byte[] body = "{\"request_status\":\"completed\"}".getBytes(StandardCharsets.UTF_8);

        byte[] signature = Base64.getDecoder().decode(new MessageSigner(keys).sign(body));

        var key = EcKey.first(keys.publicKeys());
        assertThat(EcKey.verifies(key, "SHA256withECDSA", body, signature)).isTrue();
        body[3] ^= 1;
        assertThat(EcKey.verifies(key, "SHA256withECDSA", body, signature)).isFalse();
    }
}
