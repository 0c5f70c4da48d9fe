package org.lethe.privacy.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.PersonName;
import org.lethe.contracts.scope.Compartment;
import org.lethe.contracts.scope.Slots;
import org.lethe.contracts.scope.Whereabouts;

class SlotSealTest {

    private static final ChatId CHAT = new ChatId("c17-k3f9-4tqz80f2v7n3m6c1x9b5k0d4gh");
    private static final Whereabouts FROM = new Whereabouts(ClientAddress.of("192.0.2.7"), null);
    private static final PersonName NAME = PersonName.of("Anna");

    private final ScopeCipher cipher =
            new ScopeCipher(CHAT, new DataKey(DataKey.random()), new DataKey(DataKey.random()));

    @Test
    void opensWhatItSealed() {
        byte[] sealed = cipher.seal(Slots.CHAT_ADDRESS, FROM);

        assertThat(cipher.open(Slots.CHAT_ADDRESS, sealed)).isEqualTo(new Reading.Held<>(FROM));
        assertThat(cipher.open(Slots.CHAT_ADDRESS, sealed).held()).isEqualTo(Optional.of(FROM));
        assertThat(cipher.open(Slots.CHAT_ADDRESS.asJson(), sealed).held())
                .hasValueSatisfying(
                        json -> assertThat(json.path("address").asText()).isEqualTo("192.0.2.7"));
    }

    @Test
    void opensNothingInAnotherPlace() {
        byte[] sealed = cipher.seal(Slots.CHAT_OPERATOR_NAME, NAME);

        assertThat(cipher.open(Slots.CHAT_FORM, sealed)).isEqualTo(new Reading.Damaged<>());
        assertThat(cipher.open(Slots.CHAT_LOG.entry("v:message-1"), sealed))
                .isEqualTo(new Reading.Damaged<>());
    }

    @Test
    void takesAnotherFormForDamaged() {
        byte[] json = "[1]".getBytes(StandardCharsets.UTF_8);
        byte[] sealed = cipher.seal(Compartment.CONTENT, "form", json);

        assertThat(cipher.open(Slots.CHAT_FORM, sealed)).isEqualTo(new Reading.Damaged<>());
    }

    @Test
    void tellsADestroyedCompartmentApart() {
        byte[] sealed = cipher.seal(Slots.CHAT_ADDRESS, FROM);
        cipher.forget(Compartment.ADDRESS);

        assertThat(cipher.open(Slots.CHAT_ADDRESS, sealed)).isEqualTo(new Reading.Gone<>());
    }

    @Test
    void refusesTheSlotOfAnotherKind() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cipher.seal(Slots.LETTER_ADDRESS, FROM));
    }

    @Test
    void printsNothingOfWhatItFound() {
        assertThat(new Reading.Held<>("canary").toString()).isEqualTo("Held[redacted]");
    }
}
