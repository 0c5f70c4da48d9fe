package org.lethe.gdpr.find;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.gdpr.subject.AnyOf;
import org.lethe.gdpr.subject.Selectors;
import org.lethe.privacy.seal.KeyEncryption;
import org.lethe.privacy.seal.KeyedHash;
import org.lethe.runtime.problem.Refusal;

/**
 * Tokens by which a caller who was told how many subjects selectors find says that all are meant.
 *
 * <p>Nothing is kept of one. It has a key of its own, wrapped by the key-encryption key, its end,
 * and a hash under that key of account, selectors, number and purpose: whoever comes by a token
 * can't tell whom it is about, not even by trying all addresses that there are.
 */
@ApplicationScoped
public class Confirmations {

    /** Long enough to read a warning. */
    static final Duration VALID = Duration.ofMinutes(10);

    private static final String PLACE = "confirmation";
    private static final int HASH_LENGTH = 32;
    private static final int LENGTH = KeyEncryption.WRAPPED_LENGTH + Long.BYTES + HASH_LENGTH;

    private final KeyEncryption kek;
    private final Clock clock;

    public Confirmations(KeyEncryption kek, Clock clock) {
        this.kek = kek;
        this.clock = clock;
    }

    /** A token for so many; none where there is nothing to confirm. */
    public Optional<String> token(
            AccountId account, Selectors selectors, int subjects, Purpose purpose) {
        if (subjects < 2) {
            return Optional.empty();
        }
        var key = KeyedHash.random();
        Instant end = clock.instant().plus(VALID);
        byte[] token =
                ByteBuffer.allocate(LENGTH)
                        .put(key.wrapped(kek, PLACE))
                        .putLong(end.getEpochSecond())
                        .put(hash(key, end, account, selectors, subjects, purpose))
                        .array();
        return Optional.of(Base64.getUrlEncoder().withoutPadding().encodeToString(token));
    }

    /**
     * Whether they may be taken for what the caller means: one, none, or as many as the token
     * confirms. One that was told for another purpose confirms nothing.
     */
    public boolean isConfirmed(
            AccountId account,
            Selectors selectors,
            int subjects,
            Purpose purpose,
            @Nullable String token) {
        return subjects < 2
                || (token != null
                        && (confirms(token, account, selectors, subjects, purpose)
                                || confirms(token, account, selectors, subjects, Purpose.COUNT)));
    }

    /**
     * Refuses unless it is confirmed; with a token for the number that there is now.
     *
     * @param telling is run before the number is told; what it throws is thrown instead
     */
    public void require(
            AccountId account,
            Selectors selectors,
            int subjects,
            Purpose purpose,
            @Nullable String token,
            Runnable telling) {
        if (!isConfirmed(account, selectors, subjects, purpose, token)) {
            telling.run();
            throw Refusal.with(
                    ErrorCode.CONFIRMATION_REQUIRED,
                    new ConfirmationRequired(
                            subjects, token(account, selectors, subjects, purpose).orElseThrow()));
        }
    }

    private boolean confirms(
            String token, AccountId account, Selectors selectors, int subjects, Purpose purpose) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException _) {
            return false;
        }
        if (bytes.length != LENGTH) {
            return false;
        }
        ByteBuffer parts = ByteBuffer.wrap(bytes);
        byte[] wrapped = new byte[KeyEncryption.WRAPPED_LENGTH];
        byte[] hash = new byte[HASH_LENGTH];
        parts.get(wrapped);
        long seconds = parts.getLong();
        parts.get(hash);
        return seconds > clock.instant().getEpochSecond()
                && KeyedHash.open(kek, wrapped, PLACE)
                        .map(key ->
                                hash(
                                        key,
                                        Instant.ofEpochSecond(seconds),
                                        account,
                                        selectors,
                                        subjects,
                                        purpose))
                        .filter(expected -> MessageDigest.isEqual(expected, hash))
                        .isPresent();
    }

    private static byte[] hash(
            KeyedHash key,
            Instant end,
            AccountId account,
            Selectors selectors,
            int subjects,
            Purpose purpose) {
        String text =
                String.join(
                        "\0",
                        account.value(),
                        String.valueOf(end.getEpochSecond()),
                        String.valueOf(subjects),
                        purpose.name(),
                        selectors.match().code(),
                        written(selectors));
        return key.of(text.getBytes(StandardCharsets.UTF_8)).getBytes(StandardCharsets.US_ASCII);
    }

    /** The same for the same selectors in any order; no selector has a control character in it. */
    private static String written(Selectors selectors) {
        return Stream.concat(
                        selectors.ids().stream().map(ScopeId::value),
                        selectors.identifiers().stream().map(Confirmations::written))
                .sorted()
                .collect(joining("\0"));
    }

    private static String written(AnyOf selector) {
        return selector.identifiers().stream()
                .map(each -> each.kind() + "\1" + each.normal())
                .sorted()
                .collect(joining("\2"));
    }
}
