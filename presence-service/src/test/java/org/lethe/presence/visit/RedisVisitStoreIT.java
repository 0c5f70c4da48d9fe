package org.lethe.presence.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.DetailName;
import org.lethe.contracts.personal.DetailText;
import org.lethe.contracts.scope.Whereabouts;
import org.lethe.contracts.subject.Identifier;
import org.lethe.privacy.index.FindOutcome;
import org.lethe.privacy.vault.DestroyOutcome;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.fixture.TestAccounts;
import org.lethe.stack.fixture.LetheInfrastructure;

@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class RedisVisitStoreIT extends VisitStoreContract {

    @Inject VisitStore visits;
    @Inject Vault vault;

    @Override
    protected VisitStore store() {
        return visits;
    }

    @Test
    void hasAVisitFoundByItsAddressAndByMarkedDetailsAsTheyAreNow() {
        var account = new AccountId("marking");
        TestAccounts.publish(account, Map.of("identifiers", List.of("customer", "plan")));
        var address = ClientAddress.of("198.51.100.7");
        Set<Identifier> places = Identifier.ofAddress(address);
        Identifier plan = detail("plan", "pro");
        Identifier customer = detail("customer", "4711");
        VisitId visit =
                visits.open(
                        account, Sample.document(), Optional.of(new Whereabouts(address, null)));
        assertThat(finding(account, visit, plan, customer)).containsExactly(plan);
        assertThat(finding(account, visit, places.toArray(Identifier[]::new))).isEqualTo(places);

        var told = new HashMap<DetailName, @Nullable DetailText>();
        told.put(DetailName.of("plan"), null);
        told.put(DetailName.of("customer"), DetailText.of("4711"));
        visits.change(visit, read -> read.knowing(told));

        assertThat(finding(account, visit, plan, customer)).containsExactly(customer);
        visits.destroyAddresses(List.of(visit));
        assertThat(finding(account, visit, places.toArray(Identifier[]::new))).isEmpty();
        assertThat(finding(account, visit, customer)).containsExactly(customer);
        destroy(visit);
        assertThat(finding(account, visit, customer)).isEmpty();
    }

    private static Identifier detail(String name, String text) {
        return new Identifier.Detail(DetailName.of(name), DetailText.of(text));
    }

    private Set<Identifier> finding(AccountId account, VisitId visit, Identifier... identifiers) {
        var found = (FindOutcome.Found) vault.index().find(account, List.of(identifiers));
        return found.scopes().entrySet().stream()
                .filter(each -> each.getValue().contains(visit))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @Override
    protected void destroy(VisitId visit) {
        assertThat(vault.destroy(visit, DestroyReason.LEFT, List.of()))
                .isInstanceOf(DestroyOutcome.Destroyed.class);
    }
}
