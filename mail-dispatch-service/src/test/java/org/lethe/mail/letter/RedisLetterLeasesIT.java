package org.lethe.mail.letter;

import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.scope.MetaField;
import org.lethe.contracts.scope.Slots;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.vault.NewScope;
import org.lethe.privacy.vault.Vault;
import org.lethe.stack.fixture.LetheInfrastructure;

@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class RedisLetterLeasesIT extends LetterLeasesContract {

    @Inject RedisStore store;
    @Inject Vault vault;
    @Inject LetterVault letters;

    @Override
    LetterLeases instance(LeaseSettings terms) {
        return new RedisLetterLeases(store, vault, terms);
    }

    @Override
    LetterVault vault() {
        return letters;
    }

    @Override
    LetterId open(Duration lifetime) {
        LetterId letter = neverOpened();
        var _ =
                vault.open(
                        new NewScope(
                                letter,
                                NOBODY,
                                lifetime,
                                Map.of(MetaField.TLS_REQUIRED, "true"),
                                List.of()));
        return letter;
    }

    @Override
    void fill(LetterId letter) {
        vault.slots().put(letter, Slots.LETTER_BODY, new byte[1]);
    }

    @Override
    void markErasing(LetterId letter) {
        vault.markErasing(List.of(letter), vault.newErasureId());
    }

    @Override
    LetterId ofAnotherStore() {
        String id = vault.newLetterId().value();
        return LetterId.of(id.substring(0, 4) + "0000" + id.substring(8));
    }

    @Override
    LetterId neverOpened() {
        return vault.newLetterId();
    }

    @Override
    void pass(Duration time) {
        await().pollDelay(time).until(() -> true);
    }
}
