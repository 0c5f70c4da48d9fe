package org.lethe.runtime.caller;

import com.google.crypto.tink.jwt.JwtPublicKeySign;
import com.google.crypto.tink.jwt.RawJwt;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.lethe.contracts.frame.BearerToken;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.VisitId;
import org.lethe.privacy.seal.KeySet;

/** Makes the tokens of visitors and of participants in a chat. */
public final class TokenIssuer {

    static final Duration CEILING = KeySet.TOKEN.longest().orElseThrow();

    private final JwtPublicKeySign keys;
    private final Duration lifetime;
    private final Clock clock;

    public TokenIssuer(JwtPublicKeySign keys, Duration lifetime, Clock clock) {
        if (lifetime.isNegative() || lifetime.isZero() || lifetime.compareTo(CEILING) > 0) {
            throw new IllegalArgumentException("lethe.tokens.lifetime must be 12 hours at most");
        }
        this.keys = keys;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    /** Proves that its holder is the visitor of this visit. */
    public BearerToken visitToken(AccountId account, VisitId visit) {
        return sign(claims(VisitorTokens.VISIT, visit.value(), account));
    }

    /** Proves that its holder is the visitor in this chat. */
    public BearerToken participantToken(AccountId account, ChatId chat, VisitId visit) {
        return sign(
                claims(VisitorTokens.CHAT, chat.value(), account)
                        .addStringClaim(VisitorTokens.CLAIM_VISIT, visit.value()));
    }

    private RawJwt.Builder claims(String type, String subject, AccountId account) {
        Instant now = clock.instant();
        return RawJwt.newBuilder()
                .setTypeHeader(VisitorTokens.HEADER_TYPE)
                .setIssuer(VisitorTokens.ISSUER)
                .setSubject(subject)
                .setIssuedAt(now)
                .setExpiration(now.plus(lifetime))
                .addStringClaim(VisitorTokens.CLAIM_TYPE, type)
                .addStringClaim(VisitorTokens.CLAIM_ACCOUNT, account.value());
    }

    private BearerToken sign(RawJwt.Builder claims) {
        try {
            return new BearerToken(keys.signAndEncode(claims.build()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a token can't be signed", e);
        }
    }
}
