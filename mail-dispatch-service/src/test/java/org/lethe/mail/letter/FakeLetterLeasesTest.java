package org.lethe.mail.letter;

import java.security.SecureRandom;
import java.time.Duration;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.scope.Slots;
import org.lethe.runtime.fixture.TestClock;

class FakeLetterLeasesTest extends LetterLeasesContract {

    private final TestClock clock = new TestClock();
    private final FakeLetterVault vault = new FakeLetterVault(clock);

    @Override
    LetterLeases instance(LeaseSettings terms) {
        return new FakeLetterLeases(vault, terms);
    }

    @Override
    LetterVault vault() {
        return vault;
    }

    @Override
    LetterId open(Duration lifetime) {
        return vault.open(NOBODY, lifetime, true);
    }

    @Override
    void fill(LetterId letter) {
        vault.putRaw(letter, Slots.LETTER_BODY, new byte[1]);
    }

    @Override
    void markErasing(LetterId letter) {
        vault.markErasing(letter);
    }

    @Override
    LetterId ofAnotherStore() {
        return vault.ofAnotherStore();
    }

    @Override
    LetterId neverOpened() {
        return LetterId.mint(vault::epoch, new SecureRandom());
    }

    @Override
    void pass(Duration time) {
        clock.advance(time);
    }
}
