package org.lethe.runtime.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.jwt.JwtEcdsaParameters;
import com.google.crypto.tink.jwt.JwtPublicKeySign;
import com.google.crypto.tink.jwt.JwtPublicKeyVerify;
import com.google.crypto.tink.jwt.JwtSignatureConfig;
import com.google.crypto.tink.jwt.RawJwt;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.VisitId;
import org.lethe.runtime.problem.Refusal;

class TokenTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration LIFETIME = Duration.ofHours(1);
    private static final AccountId ACME = new AccountId("acme");
    private static final VisitId VISIT = VisitId.mint("a0z9", RANDOM);
    private static final ChatId CHAT = ChatId.mint("a0z9", RANDOM);

    private final KeysetHandle keys = keys();
    private final TokenIssuer issuer = issuer(keys, LIFETIME);

    @Test
    void bringsAVisitorBack() {
        assertThat(verified(issuer.visitToken(ACME, VISIT).value(), NOW))
                .isEqualTo(new Caller.Visitor(ACME, VISIT));
    }

    @Test
    void bringsAParticipantBack() {
        assertThat(verified(issuer.participantToken(ACME, CHAT, VISIT).value(), NOW))
                .isEqualTo(new Caller.Participant(ACME, CHAT, VISIT));
    }

    @Test
    void expires() {
        String token = issuer.visitToken(ACME, VISIT).value();

        assertThat(verified(token, NOW.plus(LIFETIME).minusSeconds(1))).isNotNull();
        refused(token, NOW.plus(LIFETIME).plusSeconds(1));
    }

    @Test
    void isRefusedIfSignedByAnotherKey() {
        refused(issuer(keys(), LIFETIME).visitToken(ACME, VISIT).value(), NOW);
    }

    @Test
    void isRefusedIfChanged() {
        String token = issuer.participantToken(ACME, CHAT, VISIT).value();
        String[] parts = token.split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String other =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(
                                claims.replace("acme", "evil").getBytes(StandardCharsets.UTF_8));

        refused(parts[0] + "." + other + "." + parts[2], NOW);
        refused(parts[0] + "." + parts[1] + ".", NOW);
        refused(parts[0] + "." + parts[1], NOW);
    }

    @Test
    void isRefusedWithAnotherIssuerOrTypeOrWithoutAnEnd() throws GeneralSecurityException {
        refused(signed(jwt -> jwt.setIssuer("somebody")), NOW);
        refused(signed(jwt -> jwt.setTypeHeader("JWT")), NOW);
        refused(signed(jwt -> jwt.addStringClaim("typ", "operator")), NOW);
        refused(signed(jwt -> jwt.addStringClaim("acc", "NO SLUG")), NOW);
        refused(signed(jwt -> jwt.setSubject(CHAT.value())), NOW);
        refused(signed(jwt -> jwt.setSubject("v17")), NOW);
        assertThat(verified(signed(UnaryOperator.identity()), NOW))
                .isEqualTo(new Caller.Visitor(ACME, VISIT));
    }

    @Test
    void neverLastsLongerThanAnyChat() {
        assertThatThrownBy(() -> issuer(keys, Duration.ofHours(13)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> issuer(keys, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isToldFromKeycloaksWithoutBeingVerified() {
        assertThat(VisitorTokens.claimsToBeOurs(issuer.visitToken(ACME, VISIT).value())).isTrue();
        assertThat(VisitorTokens.claimsToBeOurs("eyJ0eXAiOiJKV1QifQ.e30.c2ln")).isFalse();
        assertThat(VisitorTokens.claimsToBeOurs("%%%.e30.c2ln")).isFalse();
        assertThat(VisitorTokens.claimsToBeOurs("")).isFalse();
    }

    @Test
    void isNeverPrinted() {
        assertThat(issuer.visitToken(ACME, VISIT)).hasToString("[redacted]");
    }

    private Caller verified(String token, Instant at) {
        return new VisitorTokens(publicKeys(), Clock.fixed(at, ZoneOffset.UTC)).verify(token);
    }

    private void refused(String token, Instant at) {
        assertThatThrownBy(() -> verified(token, at))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.TOKEN_INVALID));
    }

    private String signed(UnaryOperator<RawJwt.Builder> change) throws GeneralSecurityException {
        JwtPublicKeySign sign = TokenProducer.key(keys, JwtPublicKeySign.class);
        RawJwt.Builder jwt =
                RawJwt.newBuilder()
                        .setTypeHeader("lethe+jwt")
                        .setIssuer("lethe")
                        .setSubject(VISIT.value())
                        .setExpiration(NOW.plus(LIFETIME))
                        .addStringClaim("typ", "visit")
                        .addStringClaim("acc", "acme");
        return sign.signAndEncode(change.apply(jwt).build());
    }

    private JwtPublicKeyVerify publicKeys() {
        try {
            return TokenProducer.key(keys.getPublicKeysetHandle(), JwtPublicKeyVerify.class);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static TokenIssuer issuer(KeysetHandle keys, Duration lifetime) {
        return new TokenIssuer(
                TokenProducer.key(keys, JwtPublicKeySign.class),
                lifetime,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static KeysetHandle keys() {
        try {
            JwtSignatureConfig.register();
            return KeysetHandle.generateNew(
                    JwtEcdsaParameters.builder()
                            .setAlgorithm(JwtEcdsaParameters.Algorithm.ES256)
                            .setKidStrategy(JwtEcdsaParameters.KidStrategy.BASE64_ENCODED_KEY_ID)
                            .build(),
                    RegistryConfiguration.get());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
