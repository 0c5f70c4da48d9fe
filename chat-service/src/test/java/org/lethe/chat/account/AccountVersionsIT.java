package org.lethe.chat.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.chat.Refused.refuses;
import static org.lethe.chat.account.AccountVersions.Taking.CHANGED;
import static org.lethe.chat.account.AccountVersions.Taking.PENDING;
import static org.lethe.chat.account.AccountVersions.Taking.TAKEN;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.lethe.chat.account.AccountVersions.Taking;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.account.AccountSeal;
import org.lethe.runtime.account.AccountSettings;
import org.lethe.runtime.event.EventSender;
import org.lethe.runtime.fixture.TestAccounts;
import org.lethe.stack.fixture.LetheInfrastructure;

@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class AccountVersionsIT {

    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject AccountDirectory directory;
    @Inject AccountVersions versions;
    @Inject AccountWriter writer;
    @Inject AccountSeal seal;
    @Inject EventSender events;

    private final AccountId id = new AccountId("shop-" + RANDOM.nextLong(Long.MAX_VALUE));

    @Test
    void isTakenOnce() {
        assertThat(take(0, 0)).isEqualTo(TAKEN);
        assertThat(take(0, 0)).isEqualTo(PENDING);
        assertThat(take(1, 0)).isEqualTo(TAKEN);
        assertThat(take(0, 0)).isEqualTo(CHANGED);
    }

    @Test
    void staysTakenWhenNobodyKnowsWhetherItWasWritten() {
        var unheard = new AccountWriter(directory, versions, seal, UnconfirmedKafka.sender());
        AccountSettings change = TestAccounts.settings(id, Map.of("name", "Shop"));

        AccountSettings other = TestAccounts.settings(id, Map.of("name", "Other"));
        assertUnavailable(() -> unheard.write(change));
        assertUnavailable(() -> writer.write(change));
        assertUnavailable(() -> writer.write(other));

        // It was written, and arrives late.
        events.send(seal.seal(change));
        Awaitility.await().until(() -> directory.find(id).isPresent());

        assertThat(writer.write(change)).as("the same, without knowing that").isTrue();
        assertThat(writer.write(other)).as("what is changed now").isFalse();
        assertThat(directory.require(id)).isEqualTo(change);
    }

    @Test
    void keepsAClosedAccountFromComingBackToLife() {
        take(4, 4);
        assertThat(take(0, 0)).as("while it is being closed").isEqualTo(CHANGED);
        versions.close(id, 5);

        assertThat(take(4, 4)).as("by who has not read that").isEqualTo(CHANGED);
        assertThat(take(0, 4)).as("as a new one, the same").isEqualTo(CHANGED);
        assertThat(take(0, 0)).as("as a new one").isEqualTo(TAKEN);
        assertThat(take(4, 4)).as("over the new one").isEqualTo(CHANGED);
        assertThat(take(1, 1)).isEqualTo(TAKEN);
    }

    @Test
    void isNotClosedAfterAnotherWroteToIt() {
        take(4, 4);
        take(5, 5);

        versions.close(id, 5);

        assertThat(take(0, 0)).isEqualTo(CHANGED);
        assertThat(take(6, 6)).isEqualTo(TAKEN);
    }

    private Taking take(long expected, long known) {
        return versions.take(id, expected, known);
    }

    private static void assertUnavailable(ThrowingCallable what) {
        refuses(ErrorCode.UNAVAILABLE, what);
    }
}
