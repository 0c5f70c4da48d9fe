package org.lethe.privacy.hygiene;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.scope.Compartment;
import org.lethe.contracts.signal.Destruction;
import org.lethe.privacy.seal.DataKey;
import org.lethe.privacy.seal.ScopeCipher;

class LiveCiphersTest {

    private final RecentDestructions recent = new RecentDestructions();
    private final LiveCiphers live = new LiveCiphers(recent);
    private final ChatId chat = ChatId.mint("a0z9", new SecureRandom());

    @Test
    void forgetsAKeyThatWasReadBeforeItsDestructionAndHeldAfterIt() {
        ScopeCipher read = cipher();
        destroy(new Destruction.Whole(chat, DestroyReason.ENDED));

        live.track(read);

        assertThat(read.holds(Compartment.CONTENT)).isFalse();
        assertThat(read.holds(Compartment.ADDRESS)).isFalse();
        assertThat(live.scopes()).isEmpty();
    }

    @Test
    void forgetsAnAddressThatWasReadBeforeItsDestructionAndHeldAfterIt() {
        ScopeCipher read = cipher();
        destroy(new Destruction.AddressAlone(chat));

        live.track(read);

        assertThat(read.holds(Compartment.CONTENT)).isTrue();
        assertThat(read.holds(Compartment.ADDRESS)).isFalse();
    }

    /** Such as a stream's, whose opener went on. */
    @Test
    void reachesTheKeysOfACipherThatNobodyHoldsAnyMore() {
        DataKey content = new DataKey(DataKey.random());
        WeakReference<ScopeCipher> dropped = track(content);
        while (dropped.get() != null) {
            System.gc();
        }

        destroy(new Destruction.Whole(chat, DestroyReason.ENDED));

        assertThat(content.isForgotten()).isTrue();
    }

    private WeakReference<ScopeCipher> track(DataKey content) {
        return new WeakReference<>(live.track(new ScopeCipher(chat, content, null)));
    }

    private void destroy(Destruction destruction) {
        recent.add(destruction);
        live.forget(destruction);
    }

    private ScopeCipher cipher() {
        return new ScopeCipher(chat, new DataKey(DataKey.random()), new DataKey(DataKey.random()));
    }
}
