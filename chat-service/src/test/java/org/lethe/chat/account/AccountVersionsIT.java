package org.lethe.chat.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.account.AccountSeal;
import org.lethe.runtime.fixture.TestAccounts;
import org.lethe.runtime.problem.Refusal;
import org.lethe.stack.fixture.LetheInfrastructure;

@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class AccountVersionsIT {

    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject AccountDirectory directory;
    @Inject AccountVersions versions;
    @Inject AccountWriter writer;
    @Inject AccountSeal seal;

    private final AccountId id = new AccountId("shop-" + RANDOM.nextLong(Long.MAX_VALUE));

    @Test
    void isTakenOnce() {
        assertThat(versions.take(id, 0, 0)).isTrue();
        assertThat(versions.take(id, 0, 0)).isFalse();
        assertThat(versions.take(id, 1, 0)).isTrue();
    }

    @Test
    void staysTakenWhenNobodyKnowsWhetherItWasWritten() {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(directory::isLoaded);
        var unheard = new AccountWriter(directory, versions, seal, UnconfirmedKafka.sender());

        assertThatThrownBy(() -> unheard.write(TestAccounts.settings(id, Map.of())))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.UNAVAILABLE));

        assertThat(writer.write(TestAccounts.settings(id, Map.of()))).isFalse();
    }

    @Test
    void keepsAClosedAccountFromComingBackToLife() {
        versions.take(id, 4, 4);
        assertThat(versions.take(id, 0, 0)).as("while it is being closed").isFalse();
        versions.close(id, 5);

        assertThat(versions.take(id, 4, 4)).as("by who has not read that").isFalse();
        assertThat(versions.take(id, 0, 4)).as("as a new one, the same").isFalse();
        assertThat(versions.take(id, 0, 0)).as("as a new one").isTrue();
        assertThat(versions.take(id, 4, 4)).as("over the new one").isFalse();
        assertThat(versions.take(id, 1, 1)).isTrue();
    }

    @Test
    void isNotClosedAfterAnotherWroteToIt() {
        versions.take(id, 4, 4);
        versions.take(id, 5, 5);

        versions.close(id, 5);

        assertThat(versions.take(id, 0, 0)).isFalse();
        assertThat(versions.take(id, 6, 6)).isTrue();
    }
}
