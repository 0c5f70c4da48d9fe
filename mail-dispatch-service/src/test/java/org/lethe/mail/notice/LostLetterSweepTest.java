package org.lethe.mail.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.LetterId;
import org.lethe.runtime.problem.Refusal;

class LostLetterSweepTest {

    private static final AccountId FAILING = AccountId.of("failing");
    private static final AccountId AWAY = AccountId.of("away");
    private static final AccountId ACME = AccountId.of("acme");

    private final NotedLetters noted = new NotedLetters();
    private final List<LetterId> told = new ArrayList<>();
    private final Set<LetterId> handedOver = new HashSet<>();
    private final LostLetterSweep sweep =
            new LostLetterSweep(noted, this::write, handedOver::contains);

    @Test
    void tellsTheOthersWhenOneAccountFails() {
        LetterId failing = noted.add(FAILING);
        LetterId letter = noted.add(ACME);

        sweep.tell();

        assertThat(told).containsExactly(letter);
        assertThat(noted.all()).containsOnlyKeys(failing);
    }

    @Test
    void waitsForTheEndOfAHandOver() {
        LetterId letter = noted.add(ACME);
        handedOver.add(letter);
        sweep.tell();
        assertThat(told).isEmpty();

        handedOver.clear();
        sweep.tell();

        assertThat(told).containsExactly(letter);
        assertThat(noted.all()).isEmpty();
    }

    @Test
    void doesNotTellOfALetterThatArrivedAfterItsDeadline() {
        LetterId letter = noted.add(ACME);

        sweep.forget(letter);
        sweep.tell();

        assertThat(told).isEmpty();
    }

    @Test
    void refusesWhenALossWithItsStoreCouldNotBeWritten() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> sweep.tellOfLostStore(letter(), AWAY))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.UNAVAILABLE));
    }

    private boolean write(LetterId letter, AccountId account) {
        if (account.equals(FAILING)) {
            throw new IllegalArgumentException("a deadline beyond the schedule");
        }
        return !account.equals(AWAY) && told.add(letter);
    }

    private static LetterId letter() {
        return LetterId.mint("e0e0", new SecureRandom());
    }

    private static final class NotedLetters implements LostLetterList {

        private final Map<LetterId, AccountId> letters = new LinkedHashMap<>();

        LetterId add(AccountId account) {
            LetterId letter = letter();
            letters.put(letter, account);
            return letter;
        }

        @Override
        public Map<LetterId, AccountId> all() {
            return new LinkedHashMap<>(letters);
        }

        @Override
        public void remove(LetterId lost) {
            letters.remove(lost);
        }
    }
}
