package org.lethe.runtime.caller;

import com.google.crypto.tink.jwt.JwtPublicKeyVerify;
import com.google.crypto.tink.jwt.JwtValidator;
import com.google.crypto.tink.jwt.VerifiedJwt;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.InvalidIdException;
import org.lethe.contracts.id.VisitId;
import org.lethe.runtime.problem.Refusal;

/** Verifies the tokens that {@link TokenIssuer} makes. */
final class VisitorTokens {

    /** Tells a visitor's token from Keycloak's before either is verified. */
    static final String HEADER_TYPE = "lethe+jwt";

    static final String ISSUER = "lethe";
    static final String VISIT = "visit";
    static final String CHAT = "chat";
    static final String CLAIM_TYPE = "typ";
    static final String CLAIM_ACCOUNT = "acc";
    static final String CLAIM_VISIT = "vis";

    private final JwtPublicKeyVerify keys;
    private final JwtValidator validator;

    VisitorTokens(JwtPublicKeyVerify keys, Clock clock) {
        this.keys = keys;
        this.validator =
                JwtValidator.newBuilder()
                        .expectTypeHeader(HEADER_TYPE)
                        .expectIssuer(ISSUER)
                        .ignoreAudiences()
                        .setClock(clock)
                        .build();
    }

    /** Whether the token says that it is one of ours; proves nothing. */
    static boolean claimsToBeOurs(String token) {
        int dot = token.indexOf('.');
        if (dot < 0) {
            return false;
        }
        try {
            byte[] header = Base64.getUrlDecoder().decode(token.substring(0, dot));
            return new String(header, StandardCharsets.UTF_8).contains('"' + HEADER_TYPE + '"');
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    Caller.OfAccount verify(String token) {
        try {
            return caller(keys.verifyAndDecode(token, validator));
        } catch (GeneralSecurityException | InvalidIdException e) {
            throw new Refusal(ErrorCode.TOKEN_INVALID);
        }
    }

    private static Caller.OfAccount caller(VerifiedJwt token) throws GeneralSecurityException {
        var account = new AccountId(token.getStringClaim(CLAIM_ACCOUNT));
        return switch (token.getStringClaim(CLAIM_TYPE)) {
            case VISIT -> new Caller.Visitor(account, new VisitId(token.getSubject()));
            case CHAT ->
                    new Caller.Participant(
                            account,
                            new ChatId(token.getSubject()),
                            new VisitId(token.getStringClaim(CLAIM_VISIT)));
            default -> throw new Refusal(ErrorCode.TOKEN_INVALID);
        };
    }
}
