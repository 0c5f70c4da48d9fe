package org.lethe.mail.letter;

import java.time.Duration;
import java.util.List;
import org.lethe.contracts.event.LossEvent.LetterLossNoted;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.scope.Slots;
import org.lethe.runtime.fixture.TestClock;

class FakeLetterVaultTest extends LetterVaultContract {

    private final FakeLetterVault vault = new FakeLetterVault(new TestClock());

    @Override
    LetterVault vault() {
        return vault;
    }

    @Override
    LetterId open(AccountId account) {
        return vault.open(account, Duration.ofMinutes(5), false);
    }

    @Override
    void put(LetterId letter, byte[] address) {
        vault.putRaw(letter, Slots.LETTER_ADDRESS, address);
    }

    @Override
    LetterId ofAnotherStore() {
        return vault.ofAnotherStore();
    }

    @Override
    List<LetterLossNoted> toldConsoles(LetterId letter) {
        return vault.toldConsoles().stream().filter(loss -> loss.letter().equals(letter)).toList();
    }
}
