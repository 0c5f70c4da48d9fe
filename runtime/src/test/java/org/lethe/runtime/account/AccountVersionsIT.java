package org.lethe.runtime.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.personal.AccountName;
import org.lethe.runtime.event.UnconfirmedKafka;
import org.lethe.runtime.problem.Refusal;
import org.lethe.stack.test.LetheInfrastructure;

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

        assertThatThrownBy(() -> unheard.create(settings()))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.UNAVAILABLE));

        assertThat(writer.create(settings())).isEqualTo(new WriteOutcome.Conflict());
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

    private AccountSettings settings() {
        return new AccountSettings(
                id,
                0,
                AccountName.of("Shop"),
                ZoneOffset.UTC,
                Set.of(),
                false,
                new AccountSettings.Transcripts(false, List.of(), false),
                new AccountSettings.Offline(List.of()),
                null,
                false,
                Duration.ofHours(1));
    }
}
