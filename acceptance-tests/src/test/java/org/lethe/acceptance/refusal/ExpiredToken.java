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
import java.time.Instant;
import org.lethe.privacy.vault.SuiteSecrets;

/** A visit token that was right until a minute ago: signed with the suite's own key. */
final class ExpiredToken {
    private ExpiredToken() {}

    static String of(Path secrets, String account, String visit)
            throws GeneralSecurityException, IOException {
        JwtSignatureConfig.register();
        String keyset = Files.readString(secrets.resolve(SuiteSecrets.TOKEN_SIGNING));
        KeysetHandle keys =
                TinkJsonProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get());
        RawJwt token =
                RawJwt.newBuilder()
                        .setTypeHeader("lethe+jwt")
                        .setIssuer("lethe")
                        .setSubject(visit)
                        .setIssuedAt(Instant.now().minusSeconds(3600))
                        .setExpiration(Instant.now().minusSeconds(60))
                        .addStringClaim("typ", "visit")
                        .addStringClaim("acc", account)
                        .build();
        return keys.getPrimitive(RegistryConfiguration.get(), JwtPublicKeySign.class)
                .signAndEncode(token);
    }
}
