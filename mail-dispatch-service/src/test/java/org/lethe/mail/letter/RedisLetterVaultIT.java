package org.lethe.mail.letter;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.lethe.contracts.event.LossEvent.LetterLossNoted;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.scope.Slots;
import org.lethe.contracts.topic.Topic;
import org.lethe.mail.SendsNothing;
import org.lethe.privacy.vault.NewScope;
import org.lethe.privacy.vault.Vault;
import org.lethe.stack.fixture.EventTopic;
import org.lethe.stack.fixture.LetheInfrastructure;

@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
@WithTestResource(SendsNothing.class)
class RedisLetterVaultIT extends LetterVaultContract {

    @Inject LetterVault letters;
    @Inject Vault vault;

    @Override
    LetterVault vault() {
        return letters;
    }

    @Override
    LetterId open(AccountId account) {
        LetterId letter = vault.newLetterId();
        var _ =
                vault.open(
                        new NewScope(letter, account, Duration.ofMinutes(5), Map.of(), List.of()));
        return letter;
    }

    @Override
    void put(LetterId letter, byte[] address) {
        vault.slots().put(letter, Slots.LETTER_ADDRESS, address);
    }

    @Override
    LetterId ofAnotherStore() {
        String id = vault.newLetterId().value();
        return LetterId.of(id.substring(0, 4) + "0000" + id.substring(8));
    }

    @Override
    List<LetterLossNoted> toldConsoles(LetterId letter) {
        return EventTopic.about(Topic.LOSSES, letter.value(), LetterLossNoted.class);
    }
}
