package org.lethe.chat.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.account.AccountSeal;
import org.lethe.runtime.account.AccountSettings;
import org.lethe.runtime.fixture.TestAccounts;
import org.lethe.runtime.problem.Refusal;
import org.lethe.stack.fixture.LetheInfrastructure;

@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class AccountVersionsIT {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AccountVersions.Taking TAKEN = new AccountVersions.Taken();
    private static final AccountVersions.Taking CHANGED = new AccountVersions.Changed();

    @Inject AccountDirectory directory;
    @Inject AccountVersions versions;
    @Inject AccountWriter writer;
    @Inject AccountSeal seal;

    private final AccountId id = new AccountId("shop-" + RANDOM.nextLong(Long.MAX_VALUE));

    @Test
    void isTakenOnce() {
        assertThat(take(0, 0)).isEqualTo(TAKEN);
        assertThat(take(0, 0)).isEqualTo(new AccountVersions.Pending("change of 0"));
        assertThat(take(1, 0)).isEqualTo(TAKEN);
        assertThat(take(0, 0)).isEqualTo(CHANGED);
    }

    @Test
    void staysTakenWhenNobodyKnowsWhetherItWasWritten() {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(directory::isLoaded);
        var unheard = new AccountWriter(directory, versions, seal, UnconfirmedKafka.sender());
        AccountSettings change = TestAccounts.settings(id, Map.of("name", "Shop"));

        assertUnavailable(() -> unheard.write(change));
        assertUnavailable(() -> unheard.write(change));
        assertUnavailable(() -> writer.write(TestAccounts.settings(id, Map.of("name", "Other"))));

        assertThat(writer.write(change)).as("the same, when Kafka is back").isTrue();
        assertThat(writer.write(change)).as("once more, without knowing that").isTrue();
        assertThat(directory.require(id)).isEqualTo(change);
        assertThat(writer.write(TestAccounts.settings(id, Map.of("name", "Other"))))
                .as("what is changed now")
                .isFalse();
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

    private AccountVersions.Taking take(long expected, long known) {
        return versions.take(id, expected, known, "change of " + expected);
    }

    private static void assertUnavailable(ThrowingCallable what) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.UNAVAILABLE));
    }
}
