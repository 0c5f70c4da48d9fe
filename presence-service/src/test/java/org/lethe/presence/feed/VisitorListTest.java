package org.lethe.presence.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.frame.VisitorView;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.VisitId;
import org.lethe.presence.visit.FakeVisitStore;
import org.lethe.presence.visit.Sample;
import org.lethe.runtime.fixture.TestAccounts;

class VisitorListTest {

    private static final AccountId ACME = new AccountId("acme");

    private final SecureRandom random = new SecureRandom();
    private final FakeVisitStore store = new FakeVisitStore();
    private final VisitorList list =
            new VisitorList(store, TestAccounts.directory(TestAccounts.settings(ACME, Map.of())));

    @Test
    void showsAShortListOnOnePage() {
        List<VisitId> visits = visitors(3);

        VisitorPage page = list.page(ACME, null, 3);

        assertThat(shown(page)).containsExactlyInAnyOrderElementsOf(visits);
        assertThat(page.next()).isNull();
    }

    @Test
    void showsEverybodyOnceAndReadsOnePageAtATime() {
        List<VisitId> visits = visitors(7);

        List<VisitId> seen = new ArrayList<>();
        @Nullable VisitId next = null;
        do {
            VisitorPage page = list.page(ACME, next, 3);
            seen.addAll(shown(page));
            next = page.next();
        } while (next != null);

        assertThat(seen).containsExactlyInAnyOrderElementsOf(visits);
        assertThat(store.reads).containsExactly(3, 3, 1);
    }

    @Test
    void goesOnAfterAVisitThatIsOver() {
        visitors(4);
        VisitorPage first = list.page(ACME, null, 2);
        store.visits.remove(first.next());

        VisitorPage second = list.page(ACME, first.next(), 2);

        assertThat(second.visitors()).hasSize(2);
        assertThat(shown(second)).doesNotContainAnyElementsOf(shown(first));
        assertThat(second.next()).isNull();
    }

    private List<VisitId> visitors(int count) {
        List<VisitId> visits = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            VisitId visit = VisitId.mint("ep0c", random);
            store.visits.put(visit, Sample.visit(visit, ACME));
            visits.add(visit);
        }
        return visits;
    }

    private static List<VisitId> shown(VisitorPage page) {
        return page.visitors().stream().map(VisitorView::visit).toList();
    }
}
