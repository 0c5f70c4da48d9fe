package org.lethe.chat.conversation;

import java.security.SecureRandom;
import org.lethe.contracts.id.VisitId;
import org.lethe.runtime.fixture.TestClock;

class FakeVisitLinksTest extends VisitLinksContract {

    private final FakeVisitLinks links = new FakeVisitLinks(new TestClock());

    @Override
    VisitLinks links() {
        return links;
    }

    @Override
    VisitId visit() {
        VisitId visit = VisitId.mint("a0z9", new SecureRandom());
        links.open(visit, ADDRESS);
        return visit;
    }

    @Override
    void destroy(VisitId visit) {
        links.destroy(visit);
    }

    @Override
    VisitId lost() {
        VisitId visit = visit();
        links.lose(visit);
        return visit;
    }
}
