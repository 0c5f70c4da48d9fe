package org.lethe.chat.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.AccountId;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.account.AccountSettings;
import org.lethe.runtime.fixture.TestAccounts;
import org.lethe.stack.fixture.LetheInfrastructure;

@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class AccountWriterIT {

    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject AccountWriter writer;
    @Inject AccountDirectory directory;

    private final AccountId id = new AccountId("shop-" + RANDOM.nextLong(Long.MAX_VALUE));

    @Test
    void hasWhatItWroteInTheDirectory() {
        assertThat(writer.write(version(1))).isTrue();

        assertThat(directory.require(id)).isEqualTo(version(1));
    }

    @Test
    void makesAnAccountOnce() {
        writer.write(version(1));

        assertThat(writer.write(version(1, "Another"))).isFalse();
        assertThat(writer.write(version(1))).as("the same, again").isTrue();
        assertThat(directory.require(id)).isEqualTo(version(1));
    }

    @Test
    void changesThePresentVersionOnly() {
        writer.write(version(1));

        assertThat(writer.write(version(2))).isTrue();
        assertThat(writer.write(version(2, "Another"))).isFalse();
        assertThat(directory.require(id).version()).isEqualTo(2);
    }

    @Test
    void letsOneOfManyWin() throws InterruptedException, ExecutionException {
        writer.write(version(1));
        List<Callable<Boolean>> changes =
                IntStream.range(0, 8)
                        .<Callable<Boolean>>mapToObj(
                                each -> () -> writer.write(version(2, "Shop " + each)))
                        .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int written = 0;
            for (Future<Boolean> outcome : threads.invokeAll(changes)) {
                written += outcome.get() ? 1 : 0;
            }
            assertThat(written).isEqualTo(1);
        }
        assertThat(directory.require(id).version()).isEqualTo(2);
    }

    @Test
    void freesTheIdOfAClosedAccount() {
        writer.write(version(1));

        assertThat(writer.close(version(1))).isTrue();

        assertThat(directory.find(id)).isEmpty();
        assertThat(writer.write(version(1))).isTrue();
    }

    private AccountSettings version(long version) {
        return version(version, "Shop");
    }

    private AccountSettings version(long version, String name) {
        return TestAccounts.settings(id, Map.of("version", version, "name", name));
    }
}
