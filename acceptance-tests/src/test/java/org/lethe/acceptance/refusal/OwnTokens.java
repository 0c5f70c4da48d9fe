package org.lethe.acceptance.refusal;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.jwt.JwtPublicKeySign;
import com.google.crypto.tink.jwt.JwtSignatureConfig;
import com.google.crypto.tink.jwt.RawJwt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import org.lethe.privacy.seal.SuiteSecrets;

/** Tokens of visitors that are right in all but their time: signed with the suite's own key. */
final class OwnTokens {
    private final JwtPublicKeySign keys;
    private final String account;

    private OwnTokens(JwtPublicKeySign keys, String account) {
        this.keys = keys;
        this.account = account;
    }

    static OwnTokens of(Path secrets, String account) {
        try {
            JwtSignatureConfig.register();
            String keyset = Files.readString(secrets.resolve(SuiteSecrets.TOKEN_SIGNING));
            KeysetHandle keys =
                    TinkJsonProtoKeysetFormat.parseKeyset(
                            keyset, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
            return new OwnTokens(
                    keys.getPrimitive(RegistryConfiguration.get(), JwtPublicKeySign.class),
                    account);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the suite's key can't be used", e);
        }
    }

    /**
     * @param left until it expires; negative for one that has
     */
    String visit(String visit, Duration left) {
        return sign(claims("visit", visit, left));
    }

    /** The token of the visitor in a chat. */
    String participant(String chat, String visit, Duration left) {
        return sign(claims("chat", chat, left).addStringClaim("vis", visit));
    }

    private RawJwt.Builder claims(String type, String subject, Duration left) {
        Instant now = Instant.now();
        return RawJwt.newBuilder()
                .setTypeHeader("lethe+jwt")
                .setIssuer("lethe")
                .setSubject(subject)
                .setIssuedAt(now.minus(Duration.ofHours(1)))
                .setExpiration(now.plus(left))
                .addStringClaim("typ", type)
                .addStringClaim("acc", account);
    }

    private String sign(RawJwt.Builder claims) {
        try {
            return keys.signAndEncode(claims.build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a token can't be signed", e);
        }
    }
}
