package org.lethe.gdpr.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.lethe.contracts.event.ActingRole;
import org.lethe.contracts.event.Digest;
import org.lethe.contracts.event.LedgerFact;
import org.lethe.contracts.event.LedgerFact.ActionTaken;
import org.lethe.contracts.event.LedgerFact.Covered;
import org.lethe.contracts.event.LedgerFact.ScopesDestroyed;
import org.lethe.contracts.event.LedgerFact.SubjectErased;
import org.lethe.contracts.event.LedgerFact.SubjectInformed;
import org.lethe.contracts.event.SignedReceipt;
import org.lethe.contracts.event.SubjectAction;
import org.lethe.contracts.id.ReceiptId;
import org.lethe.contracts.topic.Topic;

/** Facts of each kind, made up by number; counts cover a partition without a gap. */
final class MixedFacts {

    /** What the counts cover. */
    static final Place PLACE = new Place(Topic.CHATS, 2);

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private MixedFacts() {}

    static LedgerFact fact(int number) {
        return switch (number % 7) {
            case 0 -> new ScopesDestroyed(NOW, NOW, Map.of(), List.of(covered(number)));
            case 1 -> new SubjectInformed(request(number), NOW, NOW, Map.of());
            case 2 -> erased(number);
            case 3 -> action(SubjectAction.ERASURE_ASKED, number);
            default -> action(SubjectAction.RESULTS_FETCHED, number);
        };
    }

    private static Covered covered(int number) {
        return new Covered(PLACE.topic(), PLACE.partition(), number, number + 7L);
    }

    private static SubjectErased erased(int number) {
        return new SubjectErased(
                request(number),
                receipt(number),
                NOW,
                NOW,
                NOW,
                Map.of(),
                new SignedReceipt("a.b.c"));
    }

    private static ActionTaken action(SubjectAction action, int number) {
        return new ActionTaken(ActingRole.STAFF, action, request(number), NOW);
    }

    static Digest request(int number) {
        return Digest.ofText("request " + number);
    }

    static ReceiptId receipt(int number) {
        return ReceiptId.derive("receipt " + number);
    }
}
