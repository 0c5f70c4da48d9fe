package org.lethe.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.scope.MetaField;
import org.lethe.privacy.vault.Lookup;
import org.lethe.privacy.vault.Vault;
import org.lethe.stack.fixture.LetheInfrastructure;
import org.lethe.stack.fixture.TestSettings;

/** Letters and a mail server whose certificate nobody answers for. */
@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
@WithTestResource(UntrustedServerIT.PublicAuthoritiesAlone.class)
class UntrustedServerIT {

    private final String unique = UUID.randomUUID().toString().substring(0, 8);

    @Inject Posted posted;
    @Inject Vault vault;

    @Test
    void sendsNothingNotEvenInClear() {
        AccountId account = posted.account("untrusted-" + unique, false, Duration.ofMinutes(5));
        String recipient = "desk-" + unique + "@acme.example";

        LetterId letter =
                posted.letter(account, Posted.offline(recipient, "Hello"), Optional.empty());

        await().atMost(Duration.ofSeconds(30)).until(() -> attempts(letter) >= 3);
        assertThat(LetheInfrastructure.inbox().listTo(recipient)).isEmpty();
    }

    private int attempts(LetterId letter) {
        return vault.lookup(letter) instanceof Lookup.Open open
                ? Integer.parseInt(open.meta().get(MetaField.ATTEMPTS).orElse("0"))
                : 0;
    }

    /** Knows nothing of the inbox's own certificate. */
    public static final class PublicAuthoritiesAlone extends TestSettings {

        @Override
        public Map<String, String> start() {
            var settings = new HashMap<>(new ShortRhythms().start());
            settings.put("quarkus.mailer.tls-configuration-name", "");
            return settings;
        }
    }
}
