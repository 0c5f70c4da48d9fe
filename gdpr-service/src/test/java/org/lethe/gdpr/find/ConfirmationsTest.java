package org.lethe.gdpr.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.lethe.gdpr.subject.Ids.ACME;
import static org.lethe.gdpr.subject.Ids.GLOBEX;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.contracts.subject.Identifier;
import org.lethe.gdpr.subject.AnyOf;
import org.lethe.gdpr.subject.Ids;
import org.lethe.gdpr.subject.Match;
import org.lethe.gdpr.subject.Selectors;
import org.lethe.privacy.seal.KeyEncryption;
import org.lethe.privacy.seal.SuiteSecrets;
import org.lethe.runtime.problem.Refusal;

class ConfirmationsTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final List<Integer> told = new ArrayList<>();
    private final VisitId visit = Ids.visit();
    private final Selectors selectors = selectors(Match.ANY, "192.0.2.7");
    @TempDir Path secrets;
    private KeyEncryption kek;
    private String token;

    @BeforeEach
    void aTokenForThree() {
        kek = kek(secrets);
        token = at(NOW).token(ACME, selectors, 3, Purpose.ERASE).orElseThrow();
    }

    @Test
    void confirmsWhatItWasGivenFor() {
        assertThat(at(NOW.plusSeconds(599)).isConfirmed(ACME, selectors, 3, Purpose.ERASE, token))
                .isTrue();
        // Another replica, and the selectors in another order.
        assertThat(
                        at(NOW).isConfirmed(
                                        ACME,
                                        selectors(Match.ANY, "192.0.2.7"),
                                        3,
                                        Purpose.ERASE,
                                        token))
                .isTrue();
    }

    @Test
    void confirmsNothingElse() {
        assertThat(at(NOW).isConfirmed(GLOBEX, selectors, 3, Purpose.ERASE, token)).isFalse();
        assertThat(at(NOW).isConfirmed(ACME, selectors, 2, Purpose.ERASE, token)).isFalse();
        assertThat(at(NOW).isConfirmed(ACME, selectors, 4, Purpose.ERASE, token)).isFalse();
        assertThat(
                        at(NOW).isConfirmed(
                                        ACME,
                                        selectors(Match.ALL, "192.0.2.7"),
                                        3,
                                        Purpose.ERASE,
                                        token))
                .isFalse();
        assertThat(
                        at(NOW).isConfirmed(
                                        ACME,
                                        selectors(Match.ANY, "192.0.2.8"),
                                        3,
                                        Purpose.ERASE,
                                        token))
                .isFalse();
    }

    @Test
    void confirmsNothingThatIsDoneForAnotherPurpose() {
        assertThat(at(NOW).isConfirmed(ACME, selectors, 3, Purpose.SHOW, token)).isFalse();

        String shown = at(NOW).token(ACME, selectors, 3, Purpose.SHOW).orElseThrow();
        assertThat(at(NOW).isConfirmed(ACME, selectors, 3, Purpose.SHOW, shown)).isTrue();
        assertThat(at(NOW).isConfirmed(ACME, selectors, 3, Purpose.ERASE, shown)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void confirmsAllAfterACount(Purpose purpose) {
        String counted = at(NOW).token(ACME, selectors, 3, Purpose.COUNT).orElseThrow();

        assertThat(at(NOW).isConfirmed(ACME, selectors, 3, purpose, counted)).isTrue();
    }

    @Test
    void endsAfterTenMinutes() {
        Instant end = NOW.plus(Duration.ofMinutes(10));

        assertThat(at(end).isConfirmed(ACME, selectors, 3, Purpose.ERASE, token)).isFalse();
    }

    @Test
    void isOfNoUseToAnotherSuite(@TempDir Path elsewhere) {
        var other = new Confirmations(kek(elsewhere), Clock.fixed(NOW, ZoneOffset.UTC));

        assertThat(other.isConfirmed(ACME, selectors, 3, Purpose.ERASE, token)).isFalse();
    }

    @Test
    void isOfNoUseChanged() {
        for (int at = 0; at < token.length(); at += 7) {
            char other = token.charAt(at) == 'A' ? 'B' : 'A';
            String forged = token.substring(0, at) + other + token.substring(at + 1);
            assertThat(at(NOW).isConfirmed(ACME, selectors, 3, Purpose.ERASE, forged))
                    .as("at %s", at)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "token", "*", "AAAA"})
    void isOfNoUseMalformed(String forged) {
        assertThat(at(NOW).isConfirmed(ACME, selectors, 3, Purpose.ERASE, forged)).isFalse();
        assertThat(at(NOW).isConfirmed(ACME, selectors, 3, Purpose.ERASE, token + token)).isFalse();
    }

    @Test
    void isNotNeededForOneOrNobody() {
        assertThat(at(NOW).isConfirmed(ACME, selectors, 1, Purpose.ERASE, null)).isTrue();
        assertThat(at(NOW).isConfirmed(ACME, selectors, 0, Purpose.ERASE, "token")).isTrue();
        assertThat(at(NOW).token(ACME, selectors, 1, Purpose.ERASE)).isEmpty();
    }

    @Test
    void refusesWithATokenForTheNumberThatThereIs() {
        Refusal refusal =
                catchThrowableOfType(
                        Refusal.class,
                        () ->
                                at(NOW).require(
                                                ACME,
                                                selectors,
                                                4,
                                                Purpose.ERASE,
                                                token,
                                                () -> told.add(4)));

        assertThat(refusal.code()).isEqualTo(ErrorCode.CONFIRMATION_REQUIRED);
        var required = (ConfirmationRequired) refusal.members().orElseThrow();
        assertThat(required.subjects()).isEqualTo(4);
        assertThat(at(NOW).isConfirmed(ACME, selectors, 4, Purpose.ERASE, required.confirmation()))
                .isTrue();
        assertThat(told).containsExactly(4);
    }

    @Test
    void tellsNoNumberThatCannotBeEntered() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() ->
                        at(NOW).require(
                                        ACME,
                                        selectors,
                                        4,
                                        Purpose.ERASE,
                                        token,
                                        () -> {
                                            throw new Refusal(ErrorCode.UNAVAILABLE);
                                        }))
                .matches(refusal -> refusal.code() == ErrorCode.UNAVAILABLE);
    }

    @Test
    void entersNothingWhereItIsConfirmed() {
        at(NOW).require(ACME, selectors, 3, Purpose.ERASE, token, () -> told.add(3));

        assertThat(told).isEmpty();
    }

    private Confirmations at(Instant now) {
        return new Confirmations(kek, Clock.fixed(now, ZoneOffset.UTC));
    }

    private Selectors selectors(Match match, String address) {
        return new Selectors(
                Set.of(visit),
                Set.of(),
                Set.of(),
                Set.of(
                        AnyOf.one(new Identifier.Address(ClientAddress.of(address))),
                        AnyOf.one(new Identifier.Email(EmailAddress.of("mia@visitor.example")))),
                match);
    }

    private static KeyEncryption kek(Path secrets) {
        SuiteSecrets.generate(secrets);
        return KeyEncryption.load(secrets.resolve(SuiteSecrets.KEY_ENCRYPTION));
    }
}
